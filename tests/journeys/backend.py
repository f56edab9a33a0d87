# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a person does in the backend, in words of the screen."""

import re

FORM = ".o_form_view"


def open_list(page, path, kind="kanban"):
    """Open an action by its path, e.g. ``internships``."""
    page.goto(f"/odoo/{path}")
    page.wait_for_selector(f".o_{kind}_view")


def open_card(page, text):
    """Open the card or line that holds ``text``."""
    page.locator(f".o_kanban_record:has-text('{text}')").first.click()
    page.wait_for_selector(FORM)


def press(page, name):
    """Press the button that calls the method ``name`` and let it finish."""
    page.locator(f".o_form_statusbar button[name={name}]:visible").first.click()
    settle(page)


def open_stat(page, name):
    """Press a button of the top of the form, behind “More” when there is no room."""
    button = page.locator(f"button[name={name}]:visible")
    if not button.count():
        page.locator(".o_button_more").click()
    button.first.click()


def confirm(page):
    """Agree in the dialog."""
    page.locator(".modal-footer .btn-primary, .modal-footer .btn-danger").first.click()
    settle(page)


def settle(page):
    """Wait until the screen has nothing under way."""
    page.wait_for_timeout(300)
    page.wait_for_function("() => !document.querySelector('.o_loading_indicator')")


def choose(page, field, text):
    """Choose ``text`` in a field that links to a record."""
    box = page.locator(f".o_field_widget[name={field}] input").first
    box.click()
    box.fill(text)
    page.wait_for_timeout(600)  # results of what was typed replace the first ones
    page.locator(f".o-autocomplete--dropdown-item:has-text('{text}')").first.click()
    page.wait_for_selector(".o-autocomplete--dropdown-menu", state="detached")
    settle(page)  # what follows from the choice may move the fields below


def fill(page, field, text):
    """Type ``text`` in a field."""
    box = (
        page.locator(f".o_field_widget[name={field}]").locator("input, textarea").first
    )
    box.fill(text)
    box.press("Tab")


def write_text(page, field, text):
    """Type ``text`` in a field with layout."""
    page.locator(f".o_field_widget[name={field}] .odoo-editor-editable").click()
    page.keyboard.type(text)


def fill_period(page, first, last):
    """Enter the first and the last day of a period."""
    for field, day in (("date_start", first), ("date_end", last)):
        box = page.locator(f"input[data-field={field}]").first
        box.click()
        box.fill(day.strftime("%d/%m/%Y"))
        box.press("Tab")
    page.keyboard.press("Escape")


def fill_day(page, field, day):
    """Enter a day in a field for dates, which shows a day that it has as a button."""
    dialog = page.locator(".modal-dialog:visible")
    scope = dialog.last if dialog.count() else page
    widget = scope.locator(f".o_field_widget[name={field}]").first
    widget.locator("input, button").first.wait_for()
    box = widget.locator("input").first
    if not box.count():
        widget.locator("button").first.click()
    box.click()
    box.fill(day.strftime("%d/%m/%Y"))
    box.press("Tab")
    if page.locator(".o_datetime_picker").count():
        page.keyboard.press("Escape")  # without a picker it would close a dialog


def attach(page, field, name, content):
    """Choose a PDF for a field with a file."""
    page.locator(f".o_field_widget[name={field}] input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/pdf", "buffer": content}
    )
    settle(page)


def tab(page, name):
    """Turn to a page of the notebook."""
    page.locator(f".o_notebook a.nav-link[name={name}]").click()


def save(page):
    """Save the form; fails when the server refuses."""
    page.locator(".o_form_button_save").click()
    page.wait_for_selector(".o_form_saved", state="attached")


def reach_state(page, name):
    """Wait until the status bar shows the state; fails when it never does."""
    page.wait_for_selector(
        f".o_statusbar_status .o_arrow_button_current[data-value='{name}']",
        state="attached",  # it is folded away where buttons need the room
    )


def error_text(page):
    """What the error dialog says; closes it."""
    dialog = page.locator(".modal-dialog:visible").first
    text = dialog.locator(".modal-body").inner_text()
    dialog.locator(".modal-footer button").first.click()
    return re.sub(r"\s+", " ", text)
