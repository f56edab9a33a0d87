# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What the web client asks of the server when a person opens a screen."""

import json
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from odoo import api
from odoo.service.model import call_kw
from odoo.tools.safe_eval import safe_eval

LIST_LIMIT = 80
KANBAN_LIMIT = 40
COUNT_LIMIT = 10_001
# fields that a widget reads besides its own
ACTIVITY = ("activity_exception_decoration", "activity_exception_icon")
ACTIVITY += ("activity_state", "activity_summary")
WITH_WIDGET = {
    "list_activity": (*ACTIVITY, "activity_type_icon", "activity_type_id"),
    "kanban_activity": ACTIVITY,
}
TAGS = ("many2many_tags", "many2many_avatar_user")


@dataclass(frozen=True)
class Screen:
    """A window action with the views that it opens."""

    model: str
    action: str
    list_view: str
    kanban_view: str
    group_by: str


class Client:
    """One person with a browser: each call is a transaction of its own."""

    def __init__(self, registry, login):
        self.registry = registry
        self.login = login
        with registry.cursor() as cr:
            root = api.Environment(cr, api.SUPERUSER_ID, {})
            user = root["res.users"].search([("login", "=", login)])
            assert user, f"no user {login}"
            self.uid = user.id
            self.context = dict(user.with_user(user).context_get())
            self.context["allowed_company_ids"] = user.company_ids.ids

    @contextmanager
    def environment(self):
        """An environment with an empty cache; nothing that is done in it is kept."""
        with self.registry.cursor() as cr:
            yield api.Environment(cr, self.uid, self.context)
            cr.rollback()

    def call(self, model, method, *arguments, **keywords):
        """Call a method as ``/web/dataset/call_kw`` does; return it as JSON."""
        with self.environment() as env:
            context = {**self.context, **keywords.pop("context", {})}
            keywords["context"] = context
            result = call_kw(env[model], method, list(arguments), keywords)
            return json.dumps(result, default=str)


class Window:
    """A screen as one person sees it; remembers what the views ask for."""

    def __init__(self, client, screen, columns=None):
        self.client = client
        self.screen = screen
        self.columns = columns

    def call(self, method, *arguments, **keywords):
        """Call a method of the model of this screen."""
        return self.client.call(self.screen.model, method, *arguments, **keywords)

    @cached_property
    def list_fields(self):
        """Specification of the list, not wider than ``columns`` says."""
        return self._specification("list", self.screen.list_view)

    @cached_property
    def kanban_fields(self):
        """Specification of the cards, not wider than ``columns`` says."""
        return self._specification("kanban", self.screen.kanban_view)

    @cached_property
    def progress_bar(self):
        """What the bars above the columns of the kanban count, or None."""
        bar = self._arch("kanban", self.screen.kanban_view).find("progressbar")
        if bar is None:
            return None
        return {"field": bar.get("field"), "colors": json.loads(bar.get("colors"))}

    @cached_property
    def opening_domain(self):
        """Domain of the filters that the action switches on."""
        with self.client.environment() as env:
            action = env["ir.actions.act_window"]._for_xml_id(self.screen.action)
            context = safe_eval(action["context"] or "{}", {"uid": self.client.uid})
            view_id = action["search_view_id"] and action["search_view_id"][0]
            search = env[self.screen.model].get_view(view_id, "search")
            domain = []
            for node in etree.fromstring(search["arch"]).iter("filter"):
                if context.get(f"search_default_{node.get('name')}"):
                    domain += safe_eval(node.get("domain"), {"uid": self.client.uid})
        return domain

    def open_list(self, domain=()):
        """The first page of the list, with its pager."""
        return self.call(
            "web_search_read",
            domain=list(domain),
            specification=self.list_fields,
            offset=0,
            order="",
            limit=LIST_LIMIT,
            count_limit=COUNT_LIMIT,
        )

    def open_kanban(self, domain=()):
        """The columns with their first cards, and the bars above them."""
        domain = list(domain)
        groups = self.call(
            "web_read_group",
            domain,
            [self.screen.group_by],
            [],
            auto_unfold=True,
            opening_info=[],
            unfold_read_specification=self.kanban_fields,
            unfold_read_default_limit=KANBAN_LIMIT,
            groupby_read_specification={},
            context={"read_group_expand": True},
        )
        if not self.progress_bar:
            return groups
        return groups + self.call(
            "read_progress_bar",
            domain=domain,
            group_by=self.screen.group_by,
            progress_bar=self.progress_bar,
        )

    def search_domain(self, text):
        """Domain of the first field of the search bar."""
        with self.client.environment() as env:
            action = env["ir.actions.act_window"]._for_xml_id(self.screen.action)
            view_id = action["search_view_id"] and action["search_view_id"][0]
            search = env[self.screen.model].get_view(view_id, "search")
            field = next(etree.fromstring(search["arch"]).iter("field"))
        return safe_eval(field.get("filter_domain"), {"self": text})

    def open_pivot(self, row, column, measure, domain=()):
        """A pivot of one row field, one column field and one measure."""
        return self.call(
            "formatted_read_grouping_sets",
            list(domain),
            [[], [row], [column], [row, column]],
            [measure, "__count"],
        )

    def _arch(self, kind, xml_id):
        with self.client.environment() as env:
            view = env[self.screen.model].get_view(env.ref(xml_id).id, kind)
        return etree.fromstring(view["arch"])

    def _specification(self, kind, xml_id):
        with self.client.environment() as env:
            fields = env[self.screen.model]._fields
        nodes = {}
        for node in self._arch(kind, xml_id).iter("field"):
            if node.get("name") in fields:
                nodes.setdefault(node.get("name"), node)
        # where one side has fewer columns, the other gives up its hidden ones first
        chosen = sorted(nodes.values(), key=_rank)[: self.columns]
        specification = {}
        for node in chosen:
            name, widget = node.get("name"), node.get("widget")
            specification[name] = _field_specification(fields[name], widget)
            for extra in WITH_WIDGET.get(widget, ()):
                specification.setdefault(extra, _field_specification(fields[extra]))
        return specification


def _rank(node):
    """Visible columns first, then what the view only reckons with, then hidden ones."""
    if node.get("column_invisible") or node.get("invisible") in ("1", "True"):
        return 1
    if node.get("optional") == "hide":
        return 2
    inside = any(parent.tag == "templates" for parent in node.iterancestors())
    top_level = node.getroottree().getroot().tag == "kanban" and not inside
    return 1 if top_level else 0


def _field_specification(field, widget=None):
    if field.type == "many2one":
        return {"fields": {"display_name": {}}}
    if field.type in ("one2many", "many2many") and widget in TAGS:
        color = {} if widget == "many2many_avatar_user" else {"color": {}}
        return {"fields": {"display_name": {}, **color}}
    return {}
