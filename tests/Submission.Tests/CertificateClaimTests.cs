using PilotRegistry.Methodology;
using PilotRegistry.Submission.Certificates;
using PilotRegistry.Submission.Drafts;
using PilotRegistry.Submission.Features;
using PilotRegistry.Testing;

namespace PilotRegistry.Submission;

/// <summary>A certificate counts once: for one park and one year, anywhere in the country.</summary>
[Collection(nameof(SubmissionService))]
public sealed class CertificateClaimTests(SubmissionService service)
{
    private static readonly YearDraft Covered = new()
    {
        Year = Fixtures.Year,
        Electricity = [new() { Direction = FlowDirection.In, Kind = ElectricityKind.Certificate, Mwh = 100, Note = "关口表" }, .. Fixtures.Data("1000").Electricity],
    };

    [Theory]
    [InlineData(99, "Line certificate: 100 MWh; named: 99.")]
    [InlineData(0, "Line certificate: 100 MWh; named: 0.")]
    public void What_is_covered_is_named_to_the_last_MWh(int named, string why) =>
        Assert.Equal(why, new NamedCertificates(named == 0 ? [] : [Range(CertificateKind.Certificate, named)]).Contradicts(Covered));

    [Fact]
    public void Own_use_and_trade_cover_nothing_that_certificates_must() => Assert.NotNull(
        new NamedCertificates([Range(CertificateKind.OwnUse, 50), Range(CertificateKind.GreenTrade, 50, from: 900)]).Contradicts(Covered));

    [Fact]
    public void More_certificates_of_trade_than_was_traded_are_refused() => Assert.Equal(
        "Line greenTrade: 0 MWh; named: 1.",
        new NamedCertificates([Range(CertificateKind.Certificate, 100), Range(CertificateKind.GreenTrade, 1, from: 900)]).Contradicts(Covered));

    [Fact]
    public void Certificates_that_do_not_add_up_stop_the_year() => Spec.For(SubmissionState.Stream)
        .Given(Fixtures.Opened)
        .When(state => SubmitYear.Decide(
            state, new(), new(1, Covered, default, Persona.OfPark.Id), Fixtures.Computed(Covered), NamedCertificates.None, Fixtures.Body, Fixtures.Today, "5a17"))
        .ThenRefused("certificates-do-not-add-up");

    /// <summary>Held against <c>printf … | sha256sum</c>.</summary>
    [Fact]
    public void The_record_commits_to_the_list_by_a_hash_that_anybody_can_repeat() => Assert.Equal(
        (100L, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(
            "T0000000000000001000000000000120 T0000000000000001000000000010020 Certificate 2025-03 2025-06-30 Wind\n"u8))),
        (new NamedCertificates([Range(CertificateKind.Certificate, 100)]).Commitment()!.Count, new NamedCertificates([Range(CertificateKind.Certificate, 100)]).Commitment()!.Sha256));

    [Fact]
    public async Task The_second_claimer_is_refused_and_told_the_year_but_not_a_park_that_is_not_public()
    {
        var ((first, _), (second, _)) = (await service.OpenedAsync(), await service.OpenedAsync());
        var project = Project(first);
        Assert.Equal("200", await SubmitAsync(first, project, 1, 100));

        Assert.Equal("409 certificate-claimed", await SubmitAsync(second, project, 100, 199));

        using var again = await service.As(Persona.OfPark).CommandAsync($"/submissions/{second}/submission", new { }, version: 1);
        var detail = (await again.BodyAsync()).GetProperty("detail").GetString()!;
        Assert.Contains($"{Number(project, 100)}: 2025, another park", detail, StringComparison.Ordinal);
        var facts = (await again.BodyAsync()).GetProperty("facts");
        Assert.Equal((Number(project, 100), "2025"), (facts.GetProperty("number").GetString(), facts.GetProperty("year").GetString()));
        Assert.False(facts.TryGetProperty("park", out _));
        Assert.Equal(1, await service.EventCountAsync(second));
        var shown = await service.As(Persona.OfPark).ReadAsync($"/submissions/{second}");
        Assert.Equal(1, shown.GetProperty("draftVersion").GetInt64());
    }

    [Fact]
    public async Task What_a_new_version_no_longer_names_is_free_again()
    {
        var ((first, _), (second, _)) = (await service.OpenedAsync(), await service.OpenedAsync());
        var project = Project(first);
        Assert.Equal("200", await SubmitAsync(first, project, 1, 100));
        Assert.Equal("200", await SubmitAsync(first, project, 301, 400, version: 2, list: 1, draft: 2, reason: "Other certificates were cancelled.", grid: "1100"));

        Assert.Equal("200", await SubmitAsync(second, project, 1, 100));
    }

    [Fact]
    public async Task Other_certificates_for_the_same_data_are_a_new_version()
    {
        var (id, _) = await service.OpenedAsync();
        Assert.Equal("200", await SubmitAsync(id, Project(id), 1, 100));
        Assert.DoesNotContain("submit", await ActionsAsync(id));

        using var named = await NameAsync(id, Project(id), 301, 400, list: 1);
        Assert.Equal("200", await named.VerdictAsync());
        Assert.Contains("submit", await ActionsAsync(id));
        using var submitted = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/submission", new { reason = "Others were cancelled." }, version: 2);
        Assert.Equal("200", await submitted.VerdictAsync());
        Assert.Equal(3, await service.EventCountAsync(id));
    }

    [Fact]
    public async Task Throwing_the_draft_away_brings_the_submitted_certificates_back()
    {
        var (id, _) = await service.OpenedAsync();
        Assert.Equal("200", await SubmitAsync(id, Project(id), 1, 100));
        using var named = await NameAsync(id, Project(id), 301, 400, list: 1);
        using var withdrawn = await service.As(Persona.OfPark).SendAsync(HttpMethod.Delete, $"/submissions/{id}/draft", null, version: 2);
        Assert.Equal("200", await withdrawn.VerdictAsync());

        var list = await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}/certificates");
        Assert.Equal(Number(Project(id), 1), Assert.Single(list.GetProperty("items").EnumerateArray()).GetProperty("first").GetString());
        Assert.DoesNotContain("submit", await ActionsAsync(id));
    }

    [Fact]
    public async Task Two_parks_that_submit_at_once_never_both_hold_a_certificate()
    {
        var ((one, _), (two, _)) = (await service.OpenedAsync(), await service.OpenedAsync());
        var project = Project(one);
        var verdicts = await Task.WhenAll(SubmitAsync(one, project, 1, 100), SubmitAsync(two, project, 51, 150));
        Assert.Equal(["200", "409 certificate-claimed"], verdicts.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_claim_is_public_with_its_year_and_not_before()
    {
        var (id, park) = await service.OpenedAsync();
        var number = Number(Project(id), 7);
        Assert.Equal("200", await SubmitAsync(id, Project(id), 1, 100));
        using var hidden = await service.Anonymous().GetAsync(new Uri($"/certificates/{number}", UriKind.Relative));
        Assert.Equal(404, (int)hidden.StatusCode);

        var verification = Guid.CreateVersion7();
        service.Answers(Fixtures.Verified(1, id, id: verification) with { ParkId = park });
        using var disclosed = await service.As(Persona.OfPark).CommandAsync($"/submissions/{id}/disclosure", new { verificationId = verification }, version: 2);
        Assert.Equal("200", await disclosed.VerdictAsync());

        using var found = await service.Anonymous().GetAsync(new Uri($"/certificates/{number}", UriKind.Relative));
        Assert.Equal(park, (await found.BodyAsync()).GetProperty("parkId").GetGuid());
        using var beyond = await service.Anonymous().GetAsync(new Uri($"/certificates/{Number(Project(id), 101)}", UriKind.Relative));
        Assert.Equal(404, (int)beyond.StatusCode);
    }

    /// <summary>Names a range, reports as much as covered by it, and submits.</summary>
    private async Task<string> SubmitAsync(
        Guid id, string project, long first, long last, long version = 1, long list = 0, long draft = 0, string? reason = null, string grid = "1000")
    {
        var park = service.As(Persona.OfPark);
        using var named = await NameAsync(id, project, first, last, list);
        Assert.Equal("200", await named.VerdictAsync());
        var data = SubmissionService.Draft(grid);
        data["electricity"] = ((object[])data["electricity"]!).Append(new { direction = "in", kind = "certificate", mwh = $"{last - first + 1}" }).ToArray();
        Assert.Equal("200", await service.SaveAsync(id, data, draft));
        using var submitted = await park.CommandAsync($"/submissions/{id}/submission", new { reason }, version);
        return await submitted.VerdictAsync();
    }

    private Task<HttpResponseMessage> NameAsync(Guid id, string project, long first, long last, long list) => service.As(Persona.OfPark)
        .SendAsync(HttpMethod.Put, $"/submissions/{id}/certificates", new
        {
            items = new[]
            {
                new
                {
                    first = Number(project, first),
                    last = Number(project, last),
                    kind = "certificate",
                    productionMonth = "2025-03",
                    beneficiary = "演示园区",
                    cancelledOn = "2025-06-30",
                    source = "wind",
                },
            },
        }, list);

    private async Task<string[]> ActionsAsync(Guid id) =>
        [.. (await service.As(Persona.OfPark).ReadAsync($"/submissions/{id}")).GetProperty("actions").EnumerateArray().Select(a => a.GetString()!)];

    private static string Project(Guid id) => $"C{id:N}"[..17].ToUpperInvariant();

    private static string Number(string project, long sequence) => $"{project}{sequence:D13}20";

    private static CertificateRange Range(CertificateKind kind, long count, long from = 1) => new(
        CertificateNumber.Parse(Number("T0000000000000001", from))!, CertificateNumber.Parse(Number("T0000000000000001", from + count - 1))!, kind,
        new(2025, 3, 1), "演示园区", new(2025, 6, 30), EnergySource.Wind);
}
