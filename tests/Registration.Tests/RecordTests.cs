using System.Net.Http.Json;
using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

/// <summary>Facts are stored, screens are disposable.</summary>
[Collection(nameof(RegistrationService))]
public sealed class RecordTests(RegistrationService service)
{
    [Fact]
    public void Every_event_has_its_stream() => EvolveShape.AssertEachEventHasItsStream(
        typeof(ApplicationState).Assembly, "registration",
        EvolveShape.Takes(ApplicationState.Stream), EvolveShape.Takes(ListState.Stream), EvolveShape.Takes(ParkState.Stream));

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
            batch = Fixtures.Batch, document = "演示文号〔2026〕2号", publishedOn = "2026-06-30", source = "演示数据。", reasons = "评审通过。",
            applications = new[] { new { applicationId = listed.Id, listNumber = 3 } },
        });
        Assert.Equal("201", await published.VerdictAsync());

        await service.AssertViewsRebuildToTheSameBytesAsync();
    }
}
