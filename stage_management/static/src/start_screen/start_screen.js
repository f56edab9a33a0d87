// Copyright 2026 Stage management contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import {Component, onWillStart, useState} from "@odoo/owl";
import {Layout} from "@web/search/layout";
import {deserializeDate} from "@web/core/l10n/dates";
import {registry} from "@web/core/registry";
import {standardActionServiceProps} from "@web/webclient/actions/action_service";
import {useService} from "@web/core/utils/hooks";

/**
 * What a person sees first in the app: what waits, what is late, who comes and goes.
 * Everything shown comes from one call; the server decides what the person may see.
 */
export class StartScreen extends Component {
    static template = "stage_management.StartScreen";
    static components = {Layout};
    static props = {...standardActionServiceProps};

    setup() {
        this.action = useService("action");
        this.orm = useService("orm");
        this.state = useState({todos: [], tiles: [], week: [], first_steps: []});
        onWillStart(async () => {
            Object.assign(
                this.state,
                await this.orm.call("hr.internship", "get_start_screen", [])
            );
        });
    }

    get filledTiles() {
        return this.state.tiles.filter((tile) => tile.count);
    }

    get emptyTiles() {
        return this.state.tiles.filter((tile) => !tile.count);
    }

    get hasEvents() {
        return this.state.week.some((day) => day.groups.length);
    }

    get isEmpty() {
        return !(
            this.state.todos.length ||
            this.filledTiles.length ||
            this.hasEvents ||
            this.state.first_steps.length
        );
    }

    /**
     * @param {String} day as the server sends it
     * @returns {String} "25 Nov", in the language of the user
     */
    formatDay(day) {
        return deserializeDate(day).toLocaleString({day: "numeric", month: "short"});
    }

    /**
     * @param {String} day as the server sends it
     * @returns {String} "Wednesday 25", in the language of the user
     */
    formatWeekday(day) {
        return deserializeDate(day).toLocaleString({weekday: "long", day: "numeric"});
    }

    openTile(tile) {
        return this.action.doAction(tile.action, {
            additionalContext: tile.context,
            viewType: "list",
        });
    }

    openRecord(model, id) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: model,
            res_id: id,
            views: [[false, "form"]],
        });
    }

    openStep(step) {
        return this.action.doAction(step.action);
    }
}

registry.category("actions").add("stage_management.start_screen", StartScreen);
