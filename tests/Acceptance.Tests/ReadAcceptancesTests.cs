using PilotRegistry.Testing;

namespace PilotRegistry.Acceptance;

[Collection(nameof(AcceptanceService))]
public sealed class ReadAcceptancesTests(AcceptanceService service)
{
    [Fact]
    public async Task An_acceptance_is_read_by_its_park_its_reviewers_and_who_reads_everything()
    {
        var id = await service.RequestedAsync();
        Persona[] readers = [Persona.OfPark, Persona.City, Persona.OfProvince, Persona.National, Persona.Expert, Persona.Auditor, Persona.Operator];
        foreach (var persona in Persona.All)
        {
            using var answer = await service.As(persona).GetAsync($"/acceptances/{id}");
            Assert.Equal($"{persona.Role} {(readers.Contains(persona) ? "200" : "404 not-found")}", $"{persona.Role} {await answer.VerdictAsync()}");
            Assert.Equal(readers.Contains(persona), await IsListedForAsync(persona, id));
        }
    }

    [Fact]
    public async Task An_account_of_one_park_sees_no_other()
    {
        var id = await service.RequestedAsync();
        using var answer = await service.As(Persona.OfPark with { Park = Persona.Named(198) }).GetAsync($"/acceptances/{id}");
        Assert.Equal("404 not-found", await answer.VerdictAsync());
    }

    [Fact]
    public async Task It_says_what_was_asked_and_what_was_decided_why()
    {
        var read = await service.As(Persona.OfPark).ReadAsync($"/acceptances/{await service.DecidedAsync(accepted: true)}");
        Assert.Equal("3 granted 2025 演示零碳园区", read.Line("version", "status", "year", "parkName"));
        Assert.Equal("0.186 0.2 met", read.GetProperty("core").Line("value", "target", "verdict"));
        Assert.Equal("True 自评估意见。", read.GetProperty("selfEvaluation").Line("passed", "reasons"));
        Assert.Equal("True 验收意见。", read.GetProperty("decision").Line("accepted", "reasons"));
    }

    [Fact]
    public async Task The_buttons_are_those_of_the_callers_turn()
    {
        var (requested, evaluated, failed) = (await service.RequestedAsync(), await service.EvaluatedAsync(), await service.EvaluatedAsync(passed: false));
        Assert.Equal("concludeSelfEvaluation", await ActionsAsync(Persona.OfProvince, requested));
        Assert.Equal("", await ActionsAsync(Persona.National, requested));
        Assert.Equal("", await ActionsAsync(Persona.OfPark, requested));
        Assert.Equal("decide", await ActionsAsync(Persona.National, evaluated));
        Assert.Equal("", await ActionsAsync(Persona.OfProvince, evaluated));
        Assert.Equal("request", await ActionsAsync(Persona.OfPark, failed));
        Assert.Equal("", await ActionsAsync(Persona.Auditor, failed));
        Assert.Equal("", await ActionsAsync(Persona.National, await service.DecidedAsync(accepted: true)));
    }

    [Fact]
    public async Task Work_waits_for_whoever_has_the_next_move()
    {
        Assert.Equal("province conclude-self-evaluation", await WaitingAsync(await service.RequestedAsync()));
        Assert.Equal("national decide-acceptance", await WaitingAsync(await service.EvaluatedAsync()));
        Assert.Equal("park improve-and-ask-again", await WaitingAsync(await service.EvaluatedAsync(passed: false)));
        Assert.Equal("park improve-and-ask-again", await WaitingAsync(await service.DecidedAsync(accepted: false)));
        Assert.Equal("", await WaitingAsync(await service.DecidedAsync(accepted: true)));
    }

    /// <summary>Everybody in whose inbox it is, with what is to be done.</summary>
    private async Task<string> WaitingAsync(Guid id)
    {
        var waiting = new List<string>();
        foreach (var persona in Persona.All)
        {
            var inbox = await service.As(persona).ReadAsync("/inbox");
            waiting.AddRange(inbox.GetProperty("items").EnumerateArray().Where(i => i.GetProperty("id").GetGuid() == id)
                .Select(i => $"{persona.Role} {i.GetProperty("kind").GetString()}"));
        }

        return string.Join(", ", waiting);
    }

    private async Task<string> ActionsAsync(Persona persona, Guid id) => string.Join(
        ' ', (await service.As(persona).ReadAsync($"/acceptances/{id}")).GetProperty("actions").EnumerateArray().Select(a => a.GetString()));

    private async Task<bool> IsListedForAsync(Persona persona, Guid id)
    {
        var all = (await service.As(Persona.National).ReadAsync($"/acceptances/{id}")).GetProperty("parkId").GetGuid();
        var page = await service.As(persona).ReadAsync($"/acceptances?parkId={all}");
        return page.GetProperty("items").EnumerateArray().Any(i => i.GetProperty("id").GetGuid() == id);
    }
}
