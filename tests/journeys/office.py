# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The coordinator over XML-RPC: what a journey doesn't tell on the screen."""

import xmlrpc.client


class Office:
    """The coordinator, over XML-RPC."""

    def __init__(self, base_url, database):
        common = xmlrpc.client.ServerProxy(f"{base_url}/xmlrpc/2/common")
        self._login = (database, "coordinator", "coordinator")
        self._uid = common.authenticate(*self._login, {})
        self._object = xmlrpc.client.ServerProxy(
            f"{base_url}/xmlrpc/2/object", allow_none=True
        )

    def call(self, model, method, *args, **kwargs):
        database, _login, password = self._login
        return self._object.execute_kw(
            database, self._uid, password, model, method, args, kwargs
        )

    def find(self, model, *domain):
        return self.call(model, "search", list(domain), limit=1)[0]

    def send_agreement(self, intern="Noor Vermaelen"):
        """A new agreement that ``intern`` and Dirk may sign; id of the request."""
        agreement = self.draw_up_agreement(intern)
        self.call("hr.internship.agreement", "action_send", agreement)
        return self.agreement(agreement)["request_id"][0]

    def draw_up_agreement(self, intern="Noor Vermaelen"):
        """The draft of an agreement for a new internship of ``intern``; its id."""
        school = self.find("res.partner", ("name", "=", "HOGENT"))
        programme = self.find("hr.study.programme", ("school_id", "=", school))
        internship = self.call(
            "hr.internship",
            "create",
            {
                "partner_id": self.find("res.partner", ("name", "=", intern)),
                "school_id": school,
                "supervisor_id": self.find(
                    "res.partner", ("name", "=", "Dirk Vanhoorne")
                ),
                "programme_id": programme,
                "mentor_id": self.find("hr.employee", ("name", "=", "Jeroen Baete")),
                "backup_id": self.find(
                    "hr.employee", ("name", "=", "Sophie Collignon")
                ),
                "department_id": self.find(
                    "hr.department", ("manager_id", "!=", False)
                ),
                "subject": "Signing",
                "assignment": "<p>Signing at the same moment.</p>",
                "date_start": "2027-09-06",
                "date_end": "2027-09-30",
            },
        )
        agreement = self.call("hr.internship", "action_draw_up_agreement", internship)
        return agreement["res_id"]

    def agreement(self, agreement_id):
        fields = ["state", "request_id", "verification_code"]
        return self.call("hr.internship.agreement", "read", [agreement_id], fields)[0]

    def request(self, request_id):
        fields = ["state", "signature_count", "signature_ids", "signatory_ids"]
        return self.call(
            "hr.internship.signature.request", "read", [request_id], fields
        )[0]
