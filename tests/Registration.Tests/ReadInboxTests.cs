using PilotRegistry.Testing;

namespace PilotRegistry.Registration;

[Collection(nameof(RegistrationService))]
public sealed class ReadInboxTests(RegistrationService service)
{
    [Fact]
    public async Task Work_waits_for_whoever_has_the_next_move()
    {
        Assert.Equal("finish-application", await WaitingAsync(Persona.OfPark, await service.StartedAsync()));
        var submitted = await service.SubmittedAsync();
        Assert.Equal("review-application", await WaitingAsync(Persona.OfProvince, submitted));
        Assert.Equal("decide-listing", await WaitingAsync(Persona.National, await service.RecommendedAsync()));
        await service.GiveAsync(Persona.OfProvince, submitted, "return", new { reasons = "请补充。" });
        Assert.Equal("correct-application", await WaitingAsync(Persona.OfPark, submitted));
        Assert.Null(await WaitingAsync(Persona.OfProvince, submitted));
    }

    [Fact]
    public async Task Nobody_finds_others_work_in_his_inbox()
    {
        var (draft, submitted, recommended) = (await service.StartedAsync(), await service.SubmittedAsync(), await service.RecommendedAsync());
        foreach (var persona in Persona.All.Where(p => p != Persona.OfPark && p != Persona.OfProvince && p != Persona.National))
        {
            Assert.Null(await WaitingAsync(persona, draft));
            Assert.Null(await WaitingAsync(persona, submitted));
            Assert.Null(await WaitingAsync(persona, recommended));
        }

        Assert.Null(await WaitingAsync(Persona.OfPark with { Park = Persona.Named(198) }, draft));
        Assert.Null(await WaitingAsync(Persona.National, submitted));
    }

    [Fact]
    public async Task What_is_refused_or_listed_waits_for_nobody()
    {
        var refused = await service.RecommendedAsync();
        await service.GiveAsync(Persona.National, refused, "refusal", new { reasons = "名额已满。" });
        Assert.All(Persona.All, persona => Assert.Null(WaitingAsync(persona, refused).Result));
    }

    [Fact]
    public async Task An_item_says_what_where_and_since_when()
    {
        var filed = await service.SubmittedAsync();
        var items = (await service.As(Persona.OfProvince).ReadAsync("/inbox")).GetProperty("items");
        var item = items.EnumerateArray().Single(i => i.GetProperty("id").GetGuid() == filed.Id);
        Assert.Equal($"{filed.ParkId} 演示零碳园区 /desk/applications/{filed.Id}", item.Line("parkId", "parkName", "href"));
        Assert.Equal(items.EnumerateArray().Select(i => i.GetProperty("since").GetDateTimeOffset()).Order(), items.EnumerateArray().Select(i => i.GetProperty("since").GetDateTimeOffset()));
    }

    private async Task<string?> WaitingAsync(Persona persona, Filed filed)
    {
        var inbox = await service.As(persona).ReadAsync("/inbox");
        return inbox.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("id").GetGuid() == filed.Id)
            .Select(i => i.GetProperty("kind").GetString()).SingleOrDefault();
    }
}
