"""TypeScript for grammar.py."""
from .grammar import Grammar

TYPESCRIPT = Grammar("typescript", ".ts", "  ", {
    "head": [
        (2, 'import { $func, $func } from "./$module";\nimport type { $type, $type } from "../$module/$module";\n\n'
            "const $constant = $number;\nexport const $constant = [$text, $text, $text] as const;"),
        (2, '/**\n * $Words\n * $Words\n */\nimport * as $module from "$module";\nimport { $type } from "@$module/$module";\n\n'
            "export type $type = $text | $text | $text;\n\nconst $constant: Record<string, number> = {\n\t$field: $number,\n"
            "\t$field: $number,\n};"),
        (1, 'import $module from "node:$module";\nimport { $type, $type, $func } from "./$module.js";\n\n'
            "let $new: $hint | undefined;"),
    ],
    "unit": [
        (5, "$function"),
        (1, "export interface $type {\n\t$field: $hint;\n\t$field?: $hint;\n\treadonly $field: $hint;\n\t$method($field: $hint): $hint;\n"
            "\t$field: {\n\t\t$field: $hint;\n\t\t$field: $hint;\n\t};\n}"),
        (2, "export class $type extends $type {\n\tprivate $field: $hint = $atom;\n\tprivate readonly $field = new Map<string, $hint>();\n\n"
            "\tconstructor(private readonly $new: $hint, $new: $hint) {\n\t\tsuper($var);\n\t\tthis.$field = $expr;\n\t}\n\n"
            "\t$method($new: $hint): $hint {\n\t\t$block\n\t\treturn $expr;\n\t}\n\n"
            "\tasync $method($new: $hint): Promise<$hint> {\n\t\t$block\n\t\treturn $expr;\n\t}\n}"),
    ],
    "function": [
        (4, "export function $func($new: $hint, $new: $hint): $hint {\n\t$block\n\t$block\n\treturn $expr;\n}"),
        (3, "/**\n * $Words\n */\nexport async function $func($new: $hint, $new = $atom): Promise<$hint> {\n\t$block\n\t$block\n"
            "\treturn $expr;\n}"),
        (2, "const $func = ($new: $hint, $new?: $hint) => {\n\tif ($cond) {\n\t\treturn $atom;\n\t}\n\t$block\n\t$block\n\treturn $expr;\n};"),
        (1, "export const $func = async ({ $new, $new }: $type): Promise<void> => {\n\t$block\n\t$block\n\tawait $call;\n};"),
        (1, "describe($text, () => {\n\tit($text, async () => {\n\t\tconst $new = new $type($args);\n\t\t$block\n"
            "\t\texpect($expr).toBe($expr);\n\t\texpect($var.$field).toEqual($expr);\n\t});\n\n\tit($text, () => {\n\t\t$block\n"
            "\t\texpect(() => $call).toThrow($text);\n\t});\n});"),
        (1, "function* $func($new: Iterable<$hint>) {\n\tfor (const $new of $var) {\n\t\t$block\n\t\tyield $expr;\n\t}\n\t$block\n}"),
    ],
    "statement": [
        (6, "$simple"),
        (3, "if ($cond) {\n\t$block\n}"),
        (2, "if ($cond) {\n\t$block\n} else {\n\t$block\n}"),
        (1, "if ($cond) {\n\t$block\n} else if ($cond) {\n\t$block\n}"),
        (2, "for (const $new of $expr) {\n\t$block\n}"),
        (1, "for (const [$new, $new] of Object.entries($var)) {\n\t$block\n}"),
        (1, "for (let i = 0; i < $var.length; i++) {\n\tconst $new = $var[i];\n\t$block\n}"),
        (1, "while ($cond) {\n\t$block\n}"),
        (2, "try {\n\t$block\n} catch (error) {\n\t$failure\n}"),
        (1, "try {\n\tawait $call;\n} catch {\n\t$failure\n} finally {\n\t$block\n}"),
        (1, "switch ($var.$field) {\n\tcase $text:\n\t\t$block\n\t\tbreak;\n\tcase $text:\n\t\t$block\n\t\tbreak;\n\tdefault:\n"
            "\t\tthrow new Error($text);\n}"),
        (1, "// $Words\n$simple"),
        (2, "const $new = $expr.map(($field) => {\n\t$block\n\treturn $expr;\n});"),
        (1, "const $new: $type = {\n\t$field: $expr,\n\t$field: $atom,\n\t...$var,\n};"),
        (1, "$var.forEach(($field, $field) => {\n\t$block\n});"),
        (1, "const $new = await Promise.all([\n\t$call,\n\t$call,\n]);"),
    ],
    "simple": [
        (6, "const $new = $expr;"),
        (3, "const $new = $call;"),
        (2, "let $new = $expr;"),
        (2, "$call;"),
        (2, "this.$field = $expr;"),
        (2, "$var.push($expr);"),
        (1, "$var[$expr] = $expr;"),
        (1, "$var += $atom;"),
        (2, "const $new = $expr.filter(($field) => $field.$field$compare$atom);"),
        (1, "const { $new, $new } = $expr;"),
        (1, "const [$new, $new] = $call;"),
        (1, "console.$level($text, $var);"),
        (1, "if (!$var) return $atom;"),
        (2, "const $new = await this.$field.$method($args);"),
        (1, "await $func($args);"),
        (1, "const $new = $cond ? $expr : $atom;"),
        (1, "const $new = $expr ?? $atom; // $words"),
        (1, "delete $var.$field;"),
        (1, "const $new = new $type($args);"),
        (1, "this.emit($text, { $field: $expr, $field: $expr });"),
    ],
    "failure": [
        (2, "throw new $type($text, { cause: error });"), (2, "console.$level($text, error);\nreturn null;"),
        (1, "this.$field += 1;"), (1, "if (!(error instanceof $type)) throw error;"), (1, "return Promise.reject(error);"),
    ],
    "expr": [
        (3, "$atom"), (2, "$call"), (2, "$expr $operator $expr"), (2, "$var.$field"), (1, "$var[$expr]"), (1, "$var?.$field"),
        (1, "$var.get($text)"), (1, "$var.length"), (1, "[$expr, $expr]"), (1, "[...$var, $expr]"),
        (1, "{ $field: $expr, $field: $expr }"), (1, "`$words ${$var.$field}`"), (1, "Math.max($expr, $expr)"),
        (1, "$func($args)$tail"), (1, "Object.keys($var)"), (1, "$var as $type"), (1, "($expr)"),
    ],
    "atom": [(5, "$var"), (2, "$number"), (2, "$text"), (1, "$constant"), (1, "null"), (1, "this.$field"), (1, "$fraction"),
             (1, "true"), (1, "undefined"), (1, "[]")],
    "call": [(3, "$var.$method($args)"), (3, "$func($args)"), (1, "this.$method($args)"), (1, "$module.$func($args)"),
             (1, "this.$field.$method($args)"), (1, "$var.$method(($field) => $field.$field)")],
    "args": [(2, ""), (4, "$expr"), (3, "$expr, $expr"), (2, "$expr, { $field: $expr }"), (1, "$expr, $expr, $atom")],
    "cond": [(3, "$expr$compare$expr"), (1, "!$var.$field"), (1, "$var === undefined"), (1, "$var.has($expr)"),
             (1, "$var.$field && $expr$compare$atom"), (1, "$call"), (1, "$var.length$compare$number"), (1, "$var instanceof $type")],
    "compare": [(3, " === "), (2, " !== "), (2, " > "), (2, " < "), (1, " >= "), (1, " <= ")],
    "operator": [(3, "+"), (2, "-"), (2, "*"), (1, "/"), (1, "%"), (1, "??"), (1, "&&"), (1, "||")],
    "tail": [(2, ""), (1, ".$method($args)"), (1, ".$field"), (1, "[$number]"), (1, ".trim()")],
    "hint": [(3, "string"), (2, "number"), (1, "boolean"), (2, "$type"), (1, "Map<string, $type>"), (1, "$type[]"),
             (1, "$type | null"), (1, "unknown"), (1, "Partial<$type>")],
    "level": [(2, "info"), (2, "debug"), (2, "warn"), (1, "error")],
})
