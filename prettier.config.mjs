// Copyright 2026 Stage management contributors
// License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).

// "strict" is the only way of printing XML that changes no text that people read
export default {
    plugins: ["@prettier/plugin-xml"],
    printWidth: 88,
    bracketSpacing: false,
    trailingComma: "es5",
    xmlWhitespaceSensitivity: "strict",
};
