using System.Collections.Immutable;
using System.Text.Json;
using PilotRegistry.Registration.Views;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

/// <summary>Who reviews a corrected application reads what changed, not everything again.</summary>
[Collection(nameof(RegistrationService))]
public sealed class RoundChangesTests(RegistrationService service)
{
    private static readonly SubmittedRound First = new(Fixtures.Facts, ImmutableSortedDictionary<Chapter, string>.Empty.Add(Chapter.Basis, "第一稿"));

    [Fact]
    public void Facts_targets_boundary_and_chapters_are_told_with_what_they_were_and_are()
    {
        using var square = JsonDocument.Parse("""{ "type": "Polygon", "coordinates": [] }""");
        var second = new SubmittedRound(
            Fixtures.Facts with { City = "南通市", ConstructionEnd = 2029, Targets = [new(2025, 1.20m), new(2029, 0.18m)], Boundary = square.RootElement.Clone() },
            First.Chapters.SetItem(Chapter.Basis, "第二稿").Add(Chapter.Goals, "目标"));
        Assert.Equal(
            [
                new("fact", "city", "盐城市", "南通市"), new("fact", "constructionEnd", "2028", "2029"),
                new("boundary", "geometry", null, square.RootElement.GetRawText()),
                new("target", "2028", "0.2", null), new("target", "2029", null, "0.18"),
                new("chapter", "basis", "第一稿", "第二稿"), new("chapter", "goals", null, "目标"),
            ],
            RoundChanges.Of(First, second));
    }

    [Fact]
    public void A_key_project_is_told_by_what_was_rewritten_in_it_or_that_it_came_or_went() => Assert.Equal(
        [
            new("project", "1/investmentWanYuan", "18000", "20000"), new("project", "1/toYear", "2026", "2027"),
            new("project", "2", "共享储能", null), new("project", "3", null, "余热回收"),
        ],
        RoundChanges.Of(
            First with { KeyProjects = [Fixtures.Wind, Fixtures.Storage] },
            First with { KeyProjects = [Fixtures.Wind with { InvestmentWanYuan = 20_000m, ToYear = 2027 }, Fixtures.Storage with { Number = 3, Name = "余热回收" }] }));

    [Fact]
    public void A_first_round_has_nothing_to_compare_with() => Assert.Empty(RoundChanges.Of(before: null, First));

    [Fact]
    public async Task A_province_reads_what_the_park_changed_since_it_returned_the_application()
    {
        var filed = await service.SubmittedAsync();
        Assert.Empty(await ChangesAsync(filed));
        Assert.Equal("200", await service.GiveAsync(Persona.OfProvince, filed, "return", new { reasons = "请写明四至。" }));
        var facts = Fixtures.Request();
        facts["fourBounds"] = "北至疏港路";
        using var corrected = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"{filed.Path}/facts", facts, filed.Version + 1);
        Assert.Equal("200", await corrected.VerdictAsync());
        using var written = await service.As(Persona.OfPark).SendAsync(HttpMethod.Put, $"{filed.Path}/chapters/basis", new { text = "补正后的正文" }, filed.Version + 2);
        Assert.Equal("200", await written.VerdictAsync());
        Assert.Empty(await ChangesAsync(filed));
        Assert.Equal("200", await service.GiveAsync(Persona.OfPark, filed.Later(3), "submission", body: null));
        Assert.Equal(["fact fourBounds 北至疏港路", "chapter basis 补正后的正文"], (await ChangesAsync(filed)).Select(each => each.Line("part", "name", "after")));
    }

    private async Task<IReadOnlyList<JsonElement>> ChangesAsync(Filed filed) =>
        [.. (await service.As(Persona.OfProvince).ReadAsync(filed.Path)).GetProperty("changes").EnumerateArray()];
}
