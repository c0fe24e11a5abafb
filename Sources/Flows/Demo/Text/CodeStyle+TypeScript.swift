extension CodeStyle {
    static let typescript = CodeStyle(
        endings: [".ts", ".tsx"],
        header: """
            import { $v$N } from "../$n/$v";
            import type { $N, $M } from "../types";

            /** How many $ns a page shows. */
            const $F = $k;
            """,
        parts: [
            #"""
            export async function $v$N($n: $N, $f?: string): Promise<$M | undefined> {
              if (!$n.$g) {
                return undefined;
              }
              const $m = await api.get<$M>(`/$m/${$n.id}?$f=${$f ?? "$u"}`);
              return { ...$m, $g: $m.$g ?? $k };
            }
            """#,
            #"""
            export interface $N$M {
              readonly $f: string;
              readonly $g?: number;
              $ms: ReadonlyArray<$M>;
            }
            """#,
            #"""
            export function use$N$M($nId: string) {
              const [$f, set$F] = useState<string | null>(null);
              useEffect(() => {
                let isStale = false;
                $v$N($nId).then(($m) => {
                  if (!isStale) set$F($m?.$f ?? null);
                });
                return () => {
                  isStale = true;
                };
              }, [$nId]);
              return $f;
            }
            """#,
            #"""
            describe("$v$N", () => {
              it("keeps the $f of a $a $n", async () => {
                const $n = make$N({ $f: "$u", $g: $k });
                expect(await $v$N($n)).toMatchObject({ $f: "$u" });
              });
            });
            """#,
            #"""
            const $nsBy$F = new Map<string, $N[]>();
            for (const $n of $ns) {
              const group = $nsBy$F.get($n.$f) ?? [];
              group.push($n);
              $nsBy$F.set($n.$f, group);
            }
            """#,
            #"""
            export class $N$MStore {
              private readonly $ns = new Map<string, $N>();

              $v($n: $N): void {
                if (this.$ns.size >= $k) this.$ns.clear();
                this.$ns.set($n.$f, $n);
              }

              get $f(): number {
                return [...this.$ns.values()].reduce((sum, $n) => sum + $n.$g, 0);
              }
            }
            """#,
            #"""
            // The $m is $a until its $f arrives: see $u.
            export const is$N$M = (value: unknown): value is $N =>
              typeof value === "object" && value !== null && "$f" in value;
            """#,
        ])
}
