using System.Text;

namespace PilotRegistry.Methodology.Tests;

/// <summary>ActivityData from JSON: every place that is not as it should be, with its pointer, code and what to enter instead.</summary>
public sealed class ReaderTests
{
    private static ReadingOutcome Read(string json) => ActivityDataReader.Read(Encoding.UTF8.GetBytes(json));

    private static string[] Problems(string json) => [.. Read(json).Problems.Select(problem => $"{problem.Pointer} {problem.Code}")];

    private static string Quantity(string literal) => $$"""{ "year": 2025, "fuels": [{ "fuel": "NG", "use": "terminal", "quantity": {{literal}} }] }""";

    [Theory]
    [InlineData("120.5", 120.5)]
    [InlineData("\"120.5\"", 120.5)]
    [InlineData("\"120.50000000000000000000\"", 120.5)]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("99999999999999", 99999999999999)]
    public void Decimals_are_strings_or_numbers(string literal, double value) =>
        Assert.Equal((decimal)value, Read(Quantity(literal)).Data!.Fuels[0].Quantity);

    [Theory]
    [InlineData("\"1e3\"", "exponent")]
    [InlineData("1e3", "exponent")]
    [InlineData("1.2E+3", "exponent")]
    [InlineData("\"NaN\"", "not-a-number")]
    [InlineData("\"Infinity\"", "not-a-number")]
    [InlineData("\"\"", "not-a-number")]
    [InlineData("\" 1\"", "not-a-number")]
    [InlineData("\"1,234\"", "not-a-number")]
    [InlineData("\"１２\"", "not-a-number")]
    [InlineData("\"12 t\"", "not-a-number")]
    [InlineData("\".5\"", "not-a-number")]
    [InlineData("\"5.\"", "not-a-number")]
    [InlineData("\"007\"", "not-a-number")]
    [InlineData("\"1.2.3\"", "not-a-number")]
    [InlineData("\"0x10\"", "not-a-number")]
    [InlineData("-1", "negative")]
    [InlineData("\"-0.001\"", "negative")]
    [InlineData("123456789012345", "too-many-digits")]
    [InlineData("1.23456789012345", "too-many-digits")]
    [InlineData("\"0.00000000000000000000000000001\"", "too-many-digits")]
    [InlineData("999999999999999999999999999999999999999999", "too-many-digits")]
    [InlineData("true", "wrong-type")]
    [InlineData("[1]", "wrong-type")]
    [InlineData("{}", "wrong-type")]
    public void Anything_else_than_plain_digits_is_refused(string literal, string code) =>
        Assert.Equal([$"/fuels/0/quantity {code}"], Problems(Quantity(literal)));

    [Theory]
    [InlineData("""{ "year": 2025, "feuls": [] }""", "/feuls unknown-member")]
    [InlineData("""{ "year": 2025, "Fuels": [] }""", "/Fuels unknown-member")]
    [InlineData("""{ "year": 2025, "heat": [{ "gjs": 1 }] }""", "/heat/0/gjs unknown-member")]
    [InlineData("""{ "year": 2025, "a/b~c": 1 }""", "/a~1b~0c unknown-member")]
    [InlineData("""{ "year": 2025, "year": 2025 }""", "/year duplicate-member")]
    [InlineData("""{ "year": "2025" }""", "/year wrong-type")]
    [InlineData("""{ "year": 2025.5 }""", "/year wrong-type")]
    [InlineData("""{ "year": null }""", "/year missing")]
    [InlineData("""{ }""", "/year missing")]
    [InlineData("""[]""", " wrong-type")]
    [InlineData("""null""", " wrong-type")]
    [InlineData("""{ "year": 2025, "fuels": {} }""", "/fuels wrong-type")]
    [InlineData("""{ "year": 2025, "fuels": [null] }""", "/fuels/0 wrong-type")]
    [InlineData("""{ "year": 2025, "fuels": [1] }""", "/fuels/0 wrong-type")]
    [InlineData("""{ "year": 2025, "fuels": [{ "fuel": 5 }] }""", "/fuels/0/fuel wrong-type")]
    [InlineData("""{ "year": 2025, "fuels": [{ "use": "cooking" }] }""", "/fuels/0/use unknown-code")]
    [InlineData("""{ "year": 2025, "fuels": [{ "use": "Terminal" }] }""", "/fuels/0/use unknown-code")]
    [InlineData("""{ "year": 2025, "fuels": [{ "use": "0" }] }""", "/fuels/0/use unknown-code")]
    [InlineData("""{ "year": 2025, "fuels": [{ "use": 0 }] }""", "/fuels/0/use wrong-type")]
    [InlineData("""{ "year": 2025, "electricity": [{ "quality": "guessed" }] }""", "/electricity/0/quality unknown-code")]
    [InlineData("""{ "year": 2025, "heat": [{ "evidence": "abc" }] }""", "/heat/0/evidence not-sha256")]
    [InlineData("""{ "year": 2025, "heat": [{ "note": "\ud800" }] }""", "/heat/0/note not-text")]
    [InlineData("""{ "year": 2025, "heat": [{ "note": "\u0000" }] }""", "/heat/0/note not-text")]
    [InlineData("""{ "year": 2025, "heat": [{ "note": "a\tb" }] }""", "/heat/0/note not-text")]
    [InlineData("""{ "year": 2025, "heat": [{ "note": "a\u0085b" }] }""", "/heat/0/note not-text")]
    [InlineData("""{ "year": 2025, "heat": [{ "note": "\ufffe" }] }""", "/heat/0/note not-text")]
    [InlineData("""{ "year": 2025, "\ud800": 1 }""", "/ unknown-member")]
    [InlineData("""{ "year": 2025, "context": { "boundaryVersion": "2" } }""", "/context/boundaryVersion wrong-type")]
    [InlineData("""{ "year": 2025, "context": { "meters": { "gridIn": -1 } } }""", "/context/meters/gridIn negative")]
    public void Every_misplaced_thing_is_named_by_its_pointer(string json, string problem) => Assert.Equal([problem], Problems(json));

    [Fact]
    public void Text_is_read_in_one_form_however_it_was_typed() => Assert.Equal(
        "caf\u00e9\none\ntwo\nthree",
        ActivityDataReader.Read("""{ "year": 2025, "electricity": [{ "direction": "in", "kind": "grid", "mwh": 1, "note": "cafe\u0301\r\none\rtwo\nthree" }] }"""u8).Data!.Electricity[0].Note);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{ \"year\": 2025 } x")]
    [InlineData("{ \"year\": 2025, }")]
    [InlineData("{ year: 2025 }")]
    [InlineData("{ \"year\": NaN }")]
    public void What_is_not_JSON_is_refused_with_the_place(string text) => Assert.Equal([" not-json"], Problems(text));

    [Theory]
    [InlineData(65)]
    [InlineData(1_000_000)]
    public void What_is_nested_beyond_reason_is_refused(int depth) => Assert.Equal([" not-json"], Problems(new string('[', depth)));

    [Fact]
    public void Text_of_any_script_is_text() => Assert.Empty(Problems(
        """{ "year": 2025, "heat": [{ "direction": "in", "source": "fossil", "gj": 1, "note": "𠮷 👩‍🔬 é עברית ﷽ = SUM(A1)" }] }"""));

    [Theory]
    [InlineData(4000, new string[0])]
    [InlineData(4001, new[] { "/heat/0/note too-long" })]
    public void A_note_has_at_most_4000_characters(int length, string[] problems) => Assert.Equal(
        problems, Problems($$"""{ "year": 2025, "heat": [{ "note": "{{new string('长', length)}}" }] }"""));

    [Fact]
    public void All_problems_are_named_at_once_and_in_both_languages()
    {
        var reading = Read("""{ "year": 2025, "fuels": [{ "quantity": "x" }, { "use": "y" }], "z": 1 }""");

        Assert.Equal(["/fuels/0/quantity", "/fuels/1/use", "/z"], reading.Problems.Select(problem => problem.Pointer));
        Assert.All(reading.Problems, problem => Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", problem.Message.Zh));
    }

    [Fact]
    public void Everything_but_the_year_may_be_missing_or_null()
    {
        var bare = Read("""{ "year": 2025 }""");
        var nulls = Read("""
            { "year": 2025, "rulePack": null, "provincialPack": null, "fuels": null, "conversions": null, "electricity": null,
              "thermalGeneration": null, "heat": null, "products": null, "bunkers": null, "indicators": null, "context": null }
            """);

        Assert.Equal(Given.Year.Result().Energy, bare.Data!.Result().Energy);
        Assert.Equal(Given.Year.Result().Energy, nulls.Data!.Result().Energy);
    }

    [Fact]
    public void Indicator_and_context_parts_may_be_null_too()
    {
        var reading = Read("""
            { "year": 2025,
              "indicators": { "solidWaste": null, "wasteEnergy": { "heat": null, "cold": null, "pressure": null }, "water": { "fresh": null, "reused": null }, "unitProducts": null, "notApplicable": null },
              "context": { "meters": null, "stocks": null, "enterprises": null, "directLines": null, "removals": null } }
            """);

        Assert.All(reading.Data!.Result().Indicators.Skip(1), indicator => Assert.Equal(Verdict.NotReported, indicator.Verdict));
    }

    [Fact]
    public void Every_line_may_carry_note_quality_and_evidence()
    {
        const string carried = "\"note\": \"演示\", \"quality\": \"measured\", \"evidence\": \"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef\"";
        var reading = Read($$"""
            { "year": 2025,
              "fuels": [{ {{carried}} }], "conversions": [{ "inputs": [{ {{carried}} }], {{carried}} }], "electricity": [{ {{carried}} }],
              "thermalGeneration": [{ {{carried}} }], "heat": [{ {{carried}} }], "products": [{ {{carried}} }], "bunkers": [{ {{carried}} }],
              "indicators": { "water": { {{carried}} }, "unitProducts": [{ {{carried}} }] } }
            """);

        Assert.Equal((DataQuality.Measured, "演示"), (reading.Data!.Fuels[0].Quality, reading.Data.Fuels[0].Note));
    }
}
