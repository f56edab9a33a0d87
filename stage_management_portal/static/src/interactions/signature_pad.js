// Copyright 2026 Stage management contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

import {Interaction} from "@web/public/interaction";
import {registry} from "@web/core/registry";

/**
 * A canvas to draw on with finger, pen or mouse; the picture goes along with the form.
 *
 * Nobody needs it: the form is complete with a typed name. So it appears with the
 * script and is left out of the order of the keyboard.
 */
export class SignaturePad extends Interaction {
    static selector = ".o_internship_pad";
    dynamicContent = {
        ".o_internship_pad_canvas": {
            "t-on-pointerdown.prevent": this.onPointerDown,
            "t-on-pointermove": this.onPointerMove,
            "t-on-pointerup": this.onPointerUp,
            "t-on-pointercancel": this.onPointerUp,
        },
        ".o_internship_pad_clear": {"t-on-click": this.clear},
        _window: {"t-on-resize": this.debounced(this.onResize, 200)},
    };

    setup() {
        this.canvas = this.el.querySelector("canvas");
        this.input = this.el.querySelector("input[name='drawing']");
        this.isDrawing = false;
    }

    start() {
        this.el.classList.remove("d-none");
        this.clear();
    }

    /** Make an empty canvas as sharp as the screen. */
    clear() {
        const {width, height} = this.canvas.getBoundingClientRect();
        const ratio = Math.min(window.devicePixelRatio || 1, 2);
        this.canvas.width = Math.round(width * ratio);
        this.canvas.height = Math.round(height * ratio);
        this.input.value = "";
        this.width = width;
        this.pen = this.canvas.getContext("2d");
        this.pen.scale(ratio, ratio);
        this.pen.lineWidth = 2.5;
        this.pen.lineCap = "round";
        this.pen.lineJoin = "round";
        this.pen.strokeStyle = "#14213d";
    }

    /** A phone that is turned gets a canvas that fits; scrolling changes nothing. */
    onResize() {
        if (Math.abs(this.canvas.getBoundingClientRect().width - this.width) > 1) {
            this.clear();
        }
    }

    getPoint(ev) {
        const box = this.canvas.getBoundingClientRect();
        return [ev.clientX - box.left, ev.clientY - box.top];
    }

    onPointerDown(ev) {
        this.isDrawing = true;
        this.canvas.setPointerCapture(ev.pointerId);
        this.pen.beginPath();
        this.pen.moveTo(...this.getPoint(ev));
    }

    onPointerMove(ev) {
        if (this.isDrawing) {
            this.pen.lineTo(...this.getPoint(ev));
            this.pen.stroke();
        }
    }

    onPointerUp() {
        if (this.isDrawing) {
            this.isDrawing = false;
            this.input.value = this.canvas.toDataURL("image/png");
        }
    }
}

registry
    .category("public.interactions")
    .add("stage_management_portal.pad", SignaturePad);
