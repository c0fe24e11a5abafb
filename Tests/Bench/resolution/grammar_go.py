"""Go for grammar.py."""
from .grammar import Grammar

GO = Grammar("go", ".go", "\t", {
    "head": [
        (2, '// Package $module $words.\npackage $module\n\nimport (\n\t"context"\n\t$library\n\t"fmt"\n\t$library\n\t$library\n\n'
            '\t"github.com/$module/$module/$module"\n)\n\nconst $constant = $number\n\nvar err$type = errors.New($text)'),
        (2, 'package $module\n\nimport (\n\t$library\n\t"encoding/json"\n\t"fmt"\n\t$library\n\t$library\n)\n\nconst (\n'
            "\t$constant = $number\n\t$constant = $text\n\t$constant = $number * time.Second\n)"),
        (1, 'package $module\n\nimport (\n\t$library\n\t"log/slog"\n\t$library\n\t"sort"\n\t$library\n)\n\n'
            "var $variable = map[string]int{\n\t$text: $number,\n\t$text: $number,\n}"),
    ],
    "library": [(1, f'"{name}"') for name in (
        "bytes", "errors", "io", "maps", "math", "net/http", "os", "os/exec", "path/filepath", "regexp", "slices", "strconv",
        "strings", "sync", "sync/atomic", "testing", "time", "unicode/utf8")],
    "unit": [
        (6, "$function"),
        (2, "// $type $words.\ntype $type struct {\n\t$field string\n\t$field $hint\n\t$field $hint\n\tmu sync.Mutex\n\t$type\n}\n\n"
            "// New$type $words.\nfunc New$type($new $hint, $new $hint) *$type {\n\treturn &$type{\n\t\t$field: $var,\n\t\t$field: $expr,\n"
            "\t\t$field: $expr,\n\t}\n}"),
        (1, "// $type $words.\ntype $type interface {\n\t$method(ctx context.Context, $field $hint) ($hint, error)\n"
            "\t$method($field $hint) $hint\n\t$method() error\n}"),
    ],
    "function": [
        (4, "// $Words\nfunc $func($new $hint, $new $hint) ($hint, error) {\n\t$block\n\t$block\n\treturn $expr, nil\n}"),
        (4, "// $Words\nfunc (s *$type) $method(ctx context.Context, $new $hint) error {\n\t$block\n\t$block\n\treturn nil\n}"),
        (2, "func $func($new []$hint) $hint {\n\t$new := $expr\n\t$block\n\t$block\n\treturn $expr\n}"),
        (1, "func (s *$type) $method($new $hint) {\n\ts.mu.Lock()\n\tdefer s.mu.Unlock()\n\n\t$block\n\t$block\n}"),
        (1, "func Test$type(t *testing.T) {\n\tt.Parallel()\n\t$new := New$type($args)\n\t$block\n\tif $cond {\n"
            '\t\tt.Fatalf("$words: got %v, want %v", $expr, $expr)\n\t}\n\t$block\n}'),
    ],
    "statement": [
        (6, "$simple"),
        (3, "$checked"),
        (3, "if $cond {\n\t$block\n}"),
        (2, "if $cond {\n\t$block\n} else {\n\t$block\n}"),
        (2, "for _, $new := range $expr {\n\t$block\n}"),
        (1, "for $new, $new := range $var.$field {\n\tif $cond {\n\t\tcontinue\n\t}\n\t$block\n}"),
        (1, "for i := 0; i < len($var); i++ {\n\t$block\n}"),
        (1, "for $cond {\n\t$block\n}"),
        (1, "switch $var.$field {\ncase $text:\n\t$block\ncase $text, $text:\n\t$block\ndefault:\n\treturn$failed\n}"),
        (1, "if $new, ok := $var[$expr]; ok {\n\t$block\n}"),
        (1, "select {\ncase <-ctx.Done():\n\treturn$failed\ncase $new := <-$var.$field:\n\t$block\n}"),
        (1, "// $Words\n$simple"),
        (1, "go func() {\n\tdefer $call\n\t$block\n}()"),
        (1, "$new := &$type{\n\t$field: $expr,\n\t$field: $expr,\n\t$field: $atom,\n}"),
        (1, "sort.Slice($var, func(i, j int) bool {\n\treturn $var[i].$field < $var[j].$field\n})"),
    ],
    "checked": [
        (3, '$new, err := $call\nif err != nil {\n\treturn nil, fmt.Errorf("$words: %w", err)\n}'),
        (2, "$new, err := $call\nif err != nil {\n\treturn$failed\n}"),
        (2, "if err := $call; err != nil {\n\treturn$failed\n}"),
        (1, "if err := json.Unmarshal($expr, &$var); err != nil {\n\t$block\n\treturn$failed\n}"),
    ],
    "failed": [(2, " err"), (1, " nil, err"), (1, ' fmt.Errorf("$words %q: %w", $var.$field, err)'), (1, " $expr, err"),
               (1, " errors.Join(err, err$type)")],
    "simple": [
        (6, "$new := $expr"),
        (3, "$new := $call"),
        (2, "$call"),
        (2, "s.$field = $expr"),
        (2, "$var = append($var, $expr)"),
        (1, "$var[$expr] = $expr"),
        (1, "$var += $atom"),
        (1, "var $new $hint"),
        (1, "$new, ok := $var.($hint)"),
        (1, "slog.$level($text, $text, $var)"),
        (1, "if $var == nil {\n\treturn$failed\n}"),
        (1, "defer $call"),
        (1, "$new := make(map[string]$hint, len($var))"),
        (1, "$new := strings.$split($expr, $text) // $words"),
        (1, "$var.$field++"),
        (1, "$new := time.Duration($expr) * time.$span"),
        (1, 'fmt.Fprintf($var, "$words: %s=%d\\n", $expr, $expr)'),
    ],
    "split": [(1, "Split"), (1, "TrimPrefix"), (1, "Fields"), (1, "Join")],
    "span": [(2, "Second"), (1, "Millisecond"), (1, "Minute")],
    "expr": [
        (3, "$atom"), (2, "$call"), (2, "$expr $operator $expr"), (2, "$var.$field"), (1, "$var[$expr]"), (1, "len($expr)"),
        (1, "$var[$number:]"), (1, "[]string{$text, $text}"), (1, "($type{$field: $expr, $field: $expr})"),
        (1, 'fmt.Sprintf("$words %s", $var.$field)'), (1, "&$var.$field"), (1, "$func($args)"), (1, "string($expr)"),
        (1, "strconv.Itoa($expr)"), (1, "filepath.Join($expr, $text)"), (1, "($expr)"),
    ],
    "atom": [(5, "$var"), (2, "$number"), (2, "$text"), (1, "$constant"), (1, "nil"), (1, "s.$field"), (1, "$fraction"),
             (1, "true"), (1, "time.Now()")],
    "call": [(3, "$var.$method($args)"), (3, "$func($args)"), (1, "s.$method(ctx, $expr)"), (1, "$module.$method($args)"),
             (1, "s.$field.$method(ctx, $args)"), (1, "os.ReadFile($expr)")],
    "args": [(1, "ctx"), (4, "$expr"), (3, "$expr, $expr"), (2, "ctx, $expr"), (1, "$expr, $expr, $atom")],
    "cond": [(3, "$expr$compare$expr"), (1, "!$var.$field"), (1, "$var != nil"), (1, "len($var)$compare$number"),
             (1, "$var.$field && $expr$compare$atom"), (1, "errors.Is(err, err$type)"), (1, "strings.HasPrefix($expr, $text)")],
    "compare": [(3, " == "), (2, " != "), (2, " > "), (2, " < "), (1, " >= "), (1, " <= ")],
    "operator": [(3, "+"), (2, "-"), (2, "*"), (1, "/"), (1, "%"), (1, "&&"), (1, "||")],
    "hint": [(3, "string"), (2, "int"), (1, "bool"), (1, "*$type"), (1, "[]$type"), (1, "map[string]$type"), (1, "time.Duration"),
             (1, "[]byte"), (1, "$type"), (1, "func(string) error")],
    "level": [(2, "Info"), (2, "Debug"), (2, "Warn"), (1, "Error")],
})
