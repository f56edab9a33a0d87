// Copyright 2026 Stage management contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

import globals from "globals";
import js from "@eslint/js";

export default [
    {ignores: ["**/static/lib/**", ".build/**", "**/node_modules/**"]},
    js.configs.recommended,
    {
        files: ["*/static/**/*.js"],
        languageOptions: {
            ecmaVersion: 2024,
            sourceType: "module",
            globals: {...globals.browser, odoo: "readonly", luxon: "readonly"},
        },
        rules: {
            complexity: ["error", 10],
            eqeqeq: "error",
            "max-depth": ["error", 3],
            "no-console": "error",
            "no-shadow": "error",
            "no-use-before-define": ["error", {functions: false}],
            "no-var": "error",
            "object-shorthand": "error",
            "prefer-const": "error",
        },
    },
];
