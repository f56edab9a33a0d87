// Copyright 2026 Stage management contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import {download} from "@web/core/network/download";
import {getReportUrl} from "@web/webclient/actions/reports/utils";
import {registry} from "@web/core/registry";
import {user} from "@web/core/user";

/**
 * Download a document that the server makes without wkhtmltopdf: the web client
 * would ask for that program first and show a page instead of the file.
 *
 * @param {Object} action the report action
 * @param {Object} options
 * @param {Object} env
 * @returns {Promise<Boolean>} whether the report was one of ours
 */
export async function archivalReportHandler(action, options, env) {
    if (!action.is_archival_pdf || action.report_type !== "qweb-pdf") {
        return false;
    }
    env.services.ui.block();
    try {
        await download({
            url: "/report/download",
            data: {
                data: JSON.stringify([getReportUrl(action, "pdf"), action.report_type]),
                context: JSON.stringify({...user.context, ...action.context}),
            },
        });
    } finally {
        env.services.ui.unblock();
    }
    return true;
}

registry
    .category("ir.actions.report handlers")
    .add("stage_management_archival", archivalReportHandler);
