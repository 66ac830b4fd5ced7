using System.Text;
using PilotRegistry.Submission.Certificates;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>What people and programs send that no year can hold: refused at its place, in both languages, with what to do.</summary>
[Collection(nameof(SubmissionService))]
public sealed class BadInputTests(SubmissionService service)
{
    private const string Headings = "绿证编码,终止编码,取得方式,电量生产年月,受益方,核销日期,能源类型\n";
    private const string Number = "PV320900202301A07000000000000120";
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Theory]
    [InlineData("-1", "negative", "请填写正数", "enter a positive number")]
    [InlineData("\"NaN\"", "not-a-number", "只写半角数字和小数点", "digits and a point only")]
    [InlineData("1.2e3", "exponent", "请写出全部数字", "write all digits")]
    [InlineData("\"12 MWh\"", "not-a-number", "不加千分位、单位", "without thousands separators, units")]
    public async Task A_quantity_that_is_none_is_refused_with_what_to_enter(string literal, string code, string zh, string en)
    {
        var (id, _) = await service.OpenedAsync();
        foreach (var (language, words) in new[] { ("zh-CN", zh), ("en", en) })
        {
            var park = service.As(Persona.OfPark);
            park.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            using var refused = await park.SendAsync(
                HttpMethod.Put, $"/submissions/{id}/draft",
                new StringContent($$"""{"year":2025,"electricity":[{"direction":"in","kind":"grid","mwh":{{literal}}}]}""", null, "application/json"), version: 0);
            var error = (await refused.BodyAsync()).GetProperty("errors")[0];
            Assert.Equal(("/electricity/0/mwh", code), (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()));
            Assert.Contains(words, error.GetProperty("message").GetString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_million_times_last_year_is_a_warning_that_must_be_corrected_or_answered()
    {
        var park = service.ListedPark();
        var last = await DiscloseAsync(park, 2024, "1");
        Assert.NotEqual(Guid.Empty, last);
        using var opened = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/submissions", new { parkId = park, year = 2025 });
        var id = SubmissionState.IdOf(park, 2025);
        Assert.Equal("200", await service.SaveAsync(id, Draft(2025, "1000000"), version: 0));
        using var silent = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { }, version: 1);
        Assert.Equal("409 warnings-unanswered", await silent.VerdictAsync());
        Assert.Contains("quantityJump (electricity/in/grid)", (await silent.BodyAsync()).GetProperty("detail").GetString(), StringComparison.Ordinal);
        var message = (await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}")).GetProperty("signals").EnumerateArray()
            .First(s => s.GetProperty("id").GetString() == "quantityJump").GetProperty("message");
        Assert.Contains("请核对单位", message.GetProperty("zh").GetString(), StringComparison.Ordinal);
        Assert.Contains("Check the unit", message.GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1", "first not-a-certificate-number")]
    [InlineData("NaN", "first not-a-certificate-number")]
    [InlineData("3.2E+31", "first not-a-certificate-number")]
    [InlineData(Number + " MWh", "first not-a-certificate-number")]
    public async Task A_certificate_number_that_is_none_is_refused_with_its_form(string number, string expected)
    {
        var problem = Assert.Single(await ProblemsAsync($"{number},,绿证,2025-03,演示园区,2025-06-30,风电"));
        Assert.Equal($"/rows/2/{expected}", $"{problem.Pointer} {problem.Code}");
        Assert.Contains("绿证编码为 32 位", problem.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("has 32 characters", problem.Message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("借来的", "风电", "/rows/2/kind", "绿证、绿电交易或自发自用", "Enter certificate, greenTrade or ownUse.")]
    [InlineData("绿证", "核电", "/rows/2/source", "风电、太阳能、水电、生物质、地热能或海洋能", "Enter wind, solar, hydro, biomass, geothermal or ocean.")]
    public async Task An_unknown_word_of_a_certificate_is_refused_with_the_known_ones(string kind, string source, string pointer, string zh, string en)
    {
        var problem = Assert.Single(await ProblemsAsync($"{Number},,{kind},2025-03,演示园区,2025-06-30,{source}"), p => p.Code == "unknown-code");
        Assert.Equal((pointer, en), (problem.Pointer, problem.Message.En));
        Assert.Contains(zh, problem.Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_that_is_not_over_has_no_certificates_yet() => Assert.Contains(
        await ProblemsAsync($"{Number},,绿证,2026-04,演示园区,2026-02-28,风电"), p => p.Code == "production-month" && p.Message.Zh.Contains("不晚于本月", StringComparison.Ordinal));

    [Fact]
    public async Task A_row_without_end_is_refused_with_what_to_check() => Assert.Equal(
        "/rows/2 too-long", (await ProblemsAsync($"\"{new string('a', 5_000)}")).Select(p => $"{p.Pointer} {p.Code}").Single());

    [Fact]
    public async Task More_than_a_million_rows_are_refused_with_the_way_to_say_it_shorter()
    {
        var row = $"{Number},,绿证,2025-03,演示园区,2025-06-30,风电\n";
        var text = new StringBuilder(Headings, Headings.Length + (row.Length * (CertificateFile.MaxRows + 1)));
        for (var n = 0; n <= CertificateFile.MaxRows; n++) text.Append(n == 0 ? row : "\n");
        text.Append(row);
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(text.ToString()));
        var problem = Assert.Single((await CertificateFile.ReadAsync(file, Today, default)).Problems);
        Assert.Equal("too-many-rows", problem.Code);
        Assert.Contains("起止编码", problem.Message.Zh, StringComparison.Ordinal);
    }

    /// <summary>A spreadsheet's protection of a number is taken off; text of a person is kept and never run: no export of ours writes it as a formula.</summary>
    [Fact]
    public async Task A_beneficiary_that_looks_like_a_formula_is_text()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"{Headings}=\"{Number}\",,绿证,2025-03,\"=HYPERLINK(\"\"http://x\"\")\",2025-06-30,风电"));
        var (ranges, problems) = await CertificateFile.ReadAsync(file, Today, default);
        Assert.Empty(problems);
        Assert.Equal("HYPERLINK(\"http://x\")", Assert.Single(ranges).Beneficiary);
    }

    private async Task<Guid> DiscloseAsync(Guid park, int year, string gridMwh)
    {
        using var opened = await service.As(Persona.OfPark).SendAsync(HttpMethod.Post, "/submissions", new { parkId = park, year });
        var id = SubmissionState.IdOf(park, year);
        Assert.Equal("200", await service.SaveAsync(id, Draft(year, gridMwh), version: 0));
        using var submitted = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { }, version: 1);
        Assert.Equal("200", await submitted.VerdictAsync());
        var verification = Guid.CreateVersion7();
        service.Answers(Fixtures.Verified(1, id, Contracts.Opinion.Unmodified, verification) with { ParkId = park, Year = year });
        using var disclosed = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/disclosure", new { verificationId = verification }, version: 2);
        Assert.Equal("200", await disclosed.VerdictAsync());
        return id;
    }

    private static Dictionary<string, object?> Draft(int year, string gridMwh) => new(SubmissionService.Draft(gridMwh)) { ["year"] = year };

    private static async Task<IReadOnlyList<Methodology.InputProblem>> ProblemsAsync(string row)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Headings + row));
        return (await CertificateFile.ReadAsync(file, Today, default)).Problems;
    }
}
