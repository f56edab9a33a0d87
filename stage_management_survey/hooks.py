# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What is done once, when the add-on leaves."""


def uninstall_hook(env):
    """Keep what was answered, and keep it closed.

    Odoo would delete the surveys that came with the add-on, and with them every
    answer. Those that were answered are set apart and closed instead. The rules of
    this add-on leave with it; two others stay behind that open the answers to nobody,
    whatever survey officers make of the survey. Somebody who administers the
    database decides what becomes of them.
    """
    surveys = env["survey.survey"].with_context(active_test=False)
    answered = surveys.search(
        [("survey_type", "=", "internship"), ("user_input_ids", "!=", False)]
    )
    if answered:
        answered.action_archive()
        _disown(env, answered)
        _close_answers(env, answered)


def _disown(env, surveys):
    """Let the surveys and all that belongs to them outlive the add-on."""
    questions = surveys.question_and_page_ids
    choices = questions.suggested_answer_ids | questions.matrix_row_ids
    for records in (surveys, questions, choices):
        env["ir.model.data"].search(
            [
                ("module", "=", "stage_management_survey"),
                ("model", "=", records._name),
                ("res_id", "in", records.ids),
            ]
        ).unlink()


def _close_answers(env, surveys):
    """Let no user read the answers: rules for everybody, owned by no add-on."""
    env["ir.rule"].create(
        [
            {
                "name": f"Answers about internships, kept closed ({model})",
                "model_id": env["ir.model"]._get_id(model),
                "domain_force": f"[('survey_id', 'not in', {surveys.ids})]",
            }
            for model in ("survey.user_input", "survey.user_input.line")
        ]
    )
