# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Start page, list and page of internships."""

from odoo.fields import Domain
from odoo.http import request, route

from odoo.addons.portal.controllers.portal import CustomerPortal, pager

MAX_ID = 2**31 - 1
MAX_SEARCH = 100
SORTINGS = {
    "start": "date_start desc, id desc",
    "end": "date_end desc, id desc",
    "name": "partner_id, id desc",
}
FILTERS = {
    "all": (),
    "coming": ("preparation", "ready"),
    "running": ("ongoing",),
    "evaluation": ("evaluation",),
    "past": ("closed", "terminated", "cancelled"),
}


def clean_text(value, limit):
    """Return what somebody typed as one plain string, ``""`` for anything else."""
    if not isinstance(value, str):
        return ""
    return value.replace("\0", "").strip()[:limit]


class InternshipPortal(CustomerPortal):
    def _prepare_home_portal_values(self, counters):
        values = super()._prepare_home_portal_values(counters)
        if "signature_count" in counters:
            values["signature_count"] = self._count_visible(
                "hr.internship.signatory",
                [
                    ("partner_id", "=", request.env.user.partner_id.id),
                    ("state", "=", "to_sign"),
                ],
            )
        if "internship_count" in counters:
            values["internship_count"] = self._count_visible("hr.internship", [])
        return values

    def _count_visible(self, model, domain):
        records = request.env[model]
        return records.search_count(domain) if records.has_access("read") else 0

    def _search_visible(self, model, domain, **options):
        """Records that the rules give the current user, as sudo for the page.

        Pages show more than a portal user may read by RPC: names of the mentor, of
        the school. Which *records* they show is decided by the rules of the user.
        """
        visible = self._get_visible_domain(model) & Domain(domain)
        # sudo: see above
        return request.env[model].sudo().search(visible, **options)

    def _get_visible_domain(self, model):
        """The records that the rules give the current user, as a subquery."""
        records = request.env[model]
        if not records.has_access("read"):
            return Domain.FALSE
        return Domain("id", "in", records._search([]))

    def _search_documents(self, domain, **options):
        """Visible documents, those to sign first."""
        documents = self._search_visible(
            "hr.internship.signature.request", domain, **options
        )
        return documents.sorted(lambda d: d._get_portal_situation() != "to_sign")

    def _not_found(self):
        """The same answer for what does not exist and what is somebody else's."""
        values = {**self._prepare_portal_layout_values(), "page_name": "not_found"}
        return request.render(
            "stage_management_portal.portal_not_found", values, status=404
        )

    @route(
        ["/my/internships", "/my/internships/page/<int:page>"],
        type="http",
        auth="user",
        website=True,
        readonly=True,
        methods=["GET"],
    )
    def portal_my_internships(
        self, page=1, sortby=None, filterby=None, search=None, **kw
    ):
        sortby = sortby if sortby in SORTINGS else "start"
        filterby = filterby if filterby in FILTERS else "all"
        search = clean_text(search, MAX_SEARCH)
        values = self._prepare_internships_values(page, sortby, filterby, search)
        return request.render("stage_management_portal.portal_my_internships", values)

    def _prepare_internships_values(self, page, sortby, filterby, search):
        domain = self._get_internships_domain(filterby, search)
        visible = self._get_visible_domain("hr.internship") & domain
        # sudo: the search reads names that portal users can't; only counted here
        count = request.env["hr.internship"].sudo().search_count(visible)
        query = {"sortby": sortby, "filterby": filterby, "search": search}
        pages = pager(
            "/my/internships",
            count,
            page=page,
            step=self._items_per_page,
            url_args={key: value for key, value in query.items() if value},
        )
        internships = self._search_visible(
            "hr.internship",
            domain,
            order=SORTINGS[sortby],
            limit=self._items_per_page,
            offset=pages["offset"],
        )
        return {
            **self._prepare_portal_layout_values(),
            **query,
            "page_name": "internships",
            "internships": internships,
            "internship_total": count,
            "pager": pages,
            "is_filtered": bool(search) or filterby != "all",
        }

    def _get_internships_domain(self, filterby, search):
        domain = Domain.TRUE
        if FILTERS[filterby]:
            domain &= Domain("state", "in", FILTERS[filterby])
        for word in search.split():
            domain &= Domain.OR(
                Domain(field, "ilike", word)
                for field in (
                    "name",
                    "partner_id.name",
                    "subject",
                    "programme_id.name",
                    "department_id.name",
                )
            )
        return domain

    @route(
        f"/my/internships/<int(max={MAX_ID}):internship_id>",
        type="http",
        auth="user",
        website=True,
        readonly=True,
        methods=["GET"],
    )
    def portal_my_internship(self, internship_id, **kw):
        internship = self._search_visible("hr.internship", [("id", "=", internship_id)])
        if not internship:
            return self._not_found()
        return request.render(
            "stage_management_portal.portal_my_internship",
            self._prepare_internship_values(internship),
        )

    def _prepare_internship_values(self, internship):
        reader = request.env.user.partner_id
        return {
            **self._prepare_portal_layout_values(),
            "page_name": "internship",
            "internship": internship,
            "todos": internship._get_todos(reader).get(internship.id, []),
            "people": internship._get_portal_people(reader),
            "documents": self._search_documents(
                [("internship_id", "=", internship.id)]
            ),
            "certificates": self._search_visible(
                "hr.internship.certificate", [("internship_id", "=", internship.id)]
            ),
        }
