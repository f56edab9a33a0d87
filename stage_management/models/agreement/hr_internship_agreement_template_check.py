# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a template can't hold is said in a sentence when it is saved."""

from odoo import api, models
from odoo.exceptions import ValidationError

from ...tools import placeholders, template_text


class HrInternshipAgreementTemplate(models.Model):
    _inherit = "hr.internship.agreement.template"

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_unsafe(vals.get("name") or "", vals.get("body"))
        return super().create(vals_list)

    def write(self, vals):
        if vals.get("body"):
            # saving strips active content in silence: who pasted it is told
            self._check_unsafe(self[:1].name or "", vals["body"])
        return super().write(vals)

    @api.constrains("body", "kind")
    def _check_wording(self):
        for template in self:
            sentences = [
                *template._placeholder_problems(),
                *template._condition_problems(),
            ]
            if sentences:
                raise ValidationError(
                    "\n".join([f"{template.name}:", *(f"• {s}" for s in sentences)])
                )

    @api.model
    def _check_unsafe(self, name, body):
        """Refuse scripts, forms, and what would be loaded from elsewhere."""
        problems = template_text.find_unsafe(str(body or ""))
        if not problems:
            return
        found = ", ".join(dict.fromkeys(problem.text for problem in problems))
        is_picture = all(
            problem.code == template_text.PICTURE_ELSEWHERE for problem in problems
        )
        raise ValidationError(
            self.env._(
                "“%(template)s” shows pictures that a document can't load: %(found)s. "
                "Take them out; the letterhead comes from the company.",
                template=name,
                found=found,
            )
            if is_picture
            else self.env._(
                "“%(template)s” holds what a document can't show or run: %(found)s. "
                "Take it out; text, lists and tables are fine.",
                template=name,
                found=found,
            )
        )

    def _placeholder_problems(self):
        """Sentences on placeholders that can't be filled in."""
        known = self.env["hr.internship.agreement"]._placeholder_labels(self.kind)
        body = str(self.body or "")
        unknown = placeholders.unknown(body, known)
        named = [name for name in unknown if name]
        sentences = []
        if named:
            names = ", ".join(f"{{{{ {name} }}}}" for name in named)
            sentences.append(
                self.env._(
                    "It uses placeholders that don't exist: %(names)s. Take them from "
                    "the list below the text.",
                    names=names,
                )
            )
        if "" in unknown:
            sentences.append(
                self.env._(
                    "It has an empty placeholder, {{ }}: write a name in it, or take "
                    "it out."
                )
            )
        if placeholders.has_loose_braces(body):
            sentences.append(
                self.env._(
                    "It has two braces without their counterpart: a placeholder is "
                    "written {{ name }}."
                )
            )
        return sentences

    def _condition_problems(self):
        """Sentences on conditional parts that can't be understood."""
        known = self.env["hr.internship.agreement"]._condition_labels(self.kind)
        problems = template_text.find_problems(self.body, known)
        sentences = {
            template_text.UNKNOWN_CONDITION: self._unknown_condition_sentence,
            template_text.NOT_UNDERSTOOD: lambda text: self.env._(
                "%(mark)s is not understood: write [[if …]] before a conditional part "
                "and [[end]] behind it.",
                mark=text,
            ),
            template_text.NOT_CLOSED: lambda text: self.env._(
                "%(mark)s has no [[end]]: write it behind the conditional part.",
                mark=text,
            ),
            template_text.NOT_OPENED: lambda _text: self.env._(
                "There is an [[end]] without [[if …]] before it: take it out, or say "
                "where the conditional part begins."
            ),
            template_text.CROSSES: lambda text: self.env._(
                "The part of %(mark)s begins in one paragraph and ends in another: put "
                "%(mark)s and [[end]] on lines of their own.",
                mark=text,
            ),
        }
        return [sentences[problem.code](problem.text) for problem in problems]

    def _unknown_condition_sentence(self, name):
        known = self.env["hr.internship.agreement"]._condition_labels(self.kind)
        return self.env._(
            "The condition “%(name)s” does not exist: choose one of %(known)s.",
            name=name,
            known=", ".join(known),
        )
