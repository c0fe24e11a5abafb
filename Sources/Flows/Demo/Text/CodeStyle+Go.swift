extension CodeStyle {
    static let go = CodeStyle(
        endings: [".go"],
        header: """
            // Package $n $vs $ns of the $m.
            package $n

            import (
            	"context"
            	"errors"
            	"fmt"
            )

            var Err$N$M = errors.New("$n: $a $m")
            """,
        parts: [
            #"""
            // $V$N $vs the $n and returns its $f.
            func $V$N(ctx context.Context, $n *$N, $f string) (string, error) {
            	if $n == nil {
            		return "", Err$N$M
            	}
            	$m, err := $n.store.Get(ctx, $f)
            	if err != nil {
            		return "", fmt.Errorf("$v $n %s: %w", $f, err)
            	}
            	return $m.$F, nil
            }
            """#,
            #"""
            type $N$M struct {
            	ID     string `json:"id"`
            	$F     string `json:"$f"`
            	Limit  int    `json:"limit,omitempty"`
            	parent *$M
            }
            """#,
            #"""
            func (s *$N$M) $V($ns []$N) map[string]int {
            	counts := make(map[string]int, len($ns))
            	for _, $n := range $ns {
            		if $n.$F == "" {
            			continue
            		}
            		counts[$n.$F]++
            	}
            	return counts
            }
            """#,
            #"""
            func Test$V$N(t *testing.T) {
            	t.Parallel()
            	$n := new$N(t, "$u", $k)
            	got, err := $V$N(t.Context(), $n, "$f")
            	if err != nil {
            		t.Fatalf("$V$N() error = %v", err)
            	}
            	if got != "$u" {
            		t.Errorf("$V$N() = %q, want %q", got, "$u")
            	}
            }
            """#,
            #"""
            func (s *$N$M) run(ctx context.Context) error {
            	ticker := time.NewTicker($k * time.Second)
            	defer ticker.Stop()
            	for {
            		select {
            		case <-ctx.Done():
            			return ctx.Err()
            		case <-ticker.C:
            			if err := s.$v(ctx); err != nil {
            				s.log.Warn("$a $n", "$f", s.$f, "err", err)
            			}
            		}
            	}
            }
            """#,
            #"""
            const (
            	max$N$F = $k
            	$n$M    = "$u"
            )
            """#,
            #"""
            	for _, tt := range []struct {
            		name string
            		$f   int
            		want string
            	}{
            		{"$a $n", $k, "$u"},
            		{"no $n", 0, ""},
            	} {
            		t.Run(tt.name, func(t *testing.T) {
            			if got := $v$N(tt.$f); got != tt.want {
            				t.Errorf("got %q, want %q", got, tt.want)
            			}
            		})
            	}
            """#,
        ])
}
