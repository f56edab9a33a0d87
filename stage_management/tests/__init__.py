# Copyright 2026 Stage management contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from .agreement import *
from .case import *
from .followup import *
from .people import *
from .place import *
from .policy import *
from .preparation import *
from .signing import *
