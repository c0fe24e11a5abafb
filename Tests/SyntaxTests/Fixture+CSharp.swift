extension Fixture {
    static let cSharp: [Fixture] = [
        Fixture(
            language: "csharp", name: "verbatim, raw and interpolated strings",
            text: #"""
                #region it's a region
                [Test, Category("x")] public async Task<int> Load(string @class, in int? n = null) => await this.Get();
                var a = @"c:\d ""e"" f
                g" + $"x {y,10:N2} {{no}} {(b ? "c" : $"{d}")}" + $@"h ""{i}"" \" + @$"j {k}";
                var b = """
                  "two" {no} \
                  """ + $"""e {f} ""g""" + $$"""{no} {{yes}} {""" + """"h """ i"""";
                record Point(int X) { public int Y { get; init; } public int Z { get => field; set { value = 'c'; } } }
                foreach (var x in from y in ys where y?.Id is not null orderby y select y) yield return x ?? default!;
                #endregion
                """#,
            stream: #"""
                directive‹#region› identifier‹it› string‹'s a region›
                [ type‹Test› , function‹Category› ( string‹"x"› ) ] keyword‹public› keyword‹async› type‹Task› < type‹int› > function‹Load› ( type‹string› identifier‹@class› , keyword‹in› type‹int› ? identifier‹n› = constant‹null› ) => keyword‹await› keyword‹this› . function‹Get› ( ) ;
                keyword‹var› identifier‹a› = string‹@"c:\d ""e"" f⏎› string‹g"› + string‹$"x › interpolation‹{› identifier‹y› , number‹10› interpolation‹:› string‹N2› interpolation‹}› string‹ {{no}} › interpolation‹{› ( identifier‹b› ? string‹"c"› : string‹$"› interpolation‹{› identifier‹d› interpolation‹}› string‹"› ) interpolation‹}› string‹"› + string‹$@"h ""› interpolation‹{› identifier‹i› interpolation‹}› string‹"" \"› + string‹@$"j › interpolation‹{› identifier‹k› interpolation‹}› string‹"› ;
                keyword‹var› identifier‹b› = string‹"""⏎› string‹  "two" {no} \⏎› string‹  """› + string‹$"""e › interpolation‹{› identifier‹f› interpolation‹}› string‹ ""g"""› + string‹$$"""{no} › interpolation‹{{› identifier‹yes› interpolation‹}}› string‹ {"""› + string‹""""h """ i""""› ;
                keyword‹record› type‹Point› ( type‹int› type‹X› ) { keyword‹public› type‹int› type‹Y› { keyword‹get› ; keyword‹init› ; } keyword‹public› type‹int› type‹Z› { keyword‹get› => identifier‹field› ; keyword‹set› { identifier‹value› = string‹'c'› ; } } }
                keyword‹foreach› ( keyword‹var› identifier‹x› keyword‹in› keyword‹from› identifier‹y› keyword‹in› identifier‹ys› keyword‹where› identifier‹y› ?. type‹Id› keyword‹is› keyword‹not› constant‹null› keyword‹orderby› identifier‹y› keyword‹select› identifier‹y› ) keyword‹yield› keyword‹return› identifier‹x› ?? keyword‹default› ! ;
                directive‹#endregion›
                """#)
    ]
}
