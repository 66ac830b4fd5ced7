using System.Net.Http.Json;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

/// <summary>Facts are stored, screens are disposable.</summary>
[Collection(nameof(RegistrationService))]
public sealed class RecordTests(RegistrationService service)
{
    private static readonly ApprovedEvents Events = new(
        "Registration", typeof(ApplicationState).Assembly,
        Fixtures.Started, new FactsCorrected(Fixtures.Facts), new ChapterWritten(Chapter.Basis, "第一章"), Fixtures.Submitted, Fixtures.Returned,
        Fixtures.Recommended, Fixtures.Refused, Fixtures.Listed, Fixtures.Projects, Fixtures.Building with { Note = "线路走廊已交付。" },
        new NationalListPublished(Fixtures.Batch, "演示文号〔2026〕1号", new(2026, 6, 30), "演示数据。", "评审通过。", [new(Fixtures.Park, 7, "演示零碳园区")]),
        new ParkListed(Fixtures.Park, Fixtures.Facts, Fixtures.Batch, 7, "演示文号〔2026〕1号", new(2026, 6, 30), "演示数据。", "评审通过。"),
        new BoundaryChanged(Fixtures.Park, "东至海堤，西至串场河", JsonElement.Parse("""{"type":"Polygon","coordinates":[[[120.4,33.1],[120.5,33.1],[120.5,33.2],[120.4,33.1]]]}"""), 2027, "演示文号〔2026〕9号", new(2026, 9, 1), "演示数据。", "扩区获批。"));

    [Fact]
    public void Every_event_is_stored_in_its_approved_shape() => Events.MatchTheirFiles();

    [Fact]
    public void Every_event_is_understood_by_one_kind_of_stream() => Events.AreUnderstood(
        e => ApplicationState.Evolve(ApplicationState.Stream.Initial, e),
        e => ListState.Evolve(ListState.Stream.Initial, e),
        e => ParkState.Evolve(ParkState.Stream.Initial, e));

    [Fact]
    public async Task Every_view_is_rebuilt_from_the_events_to_the_same_bytes()
    {
        var returned = await service.SubmittedAsync();
        await service.GiveAsync(Persona.OfProvince, returned, "return", new { reasons = "请补充。" });
        var refused = await service.SubmittedAsync();
        await service.GiveAsync(Persona.OfProvince, refused, "refusal", new { reasons = "四至不清。" });
        var listed = await service.RecommendedAsync();
        using var published = await service.As(Persona.National).PostAsJsonAsync("/lists", new
        {
            batch = Fixtures.Batch,
            document = "演示文号〔2026〕2号",
            publishedOn = "2026-06-30",
            source = "演示数据。",
            reasons = "评审通过。",
            applications = new[] { new { applicationId = listed.Id, listNumber = 3 } },
        });
        Assert.Equal("201", await published.VerdictAsync());
        await service.ReportedAsync(await service.ListedAsync());

        await service.AssertViewsRebuildToTheSameBytesAsync();
    }
}
