using PilotRegistry.Testing;

namespace PilotRegistry.Architecture;

/// <summary>
/// Every command as every persona, with a body that could be right and on things that exist: whoever may not gets 401 or 403
/// as the access table says, whoever may but does it to somebody else's thing is refused by the rule, and nothing ever breaks.
/// </summary>
[Collection(nameof(Installation))]
public sealed class EveryCommandTests(Installation installation)
{
    private static readonly Persona[] Foreign = [Persona.OtherPark, Persona.OtherProvince, Persona.OtherLead];

    /// <summary>What a rule may answer to somebody of the right role.</summary>
    private static readonly int[] Judged = [200, 201, 202, 204, 404, 409, 412, 422, 428];

    [Fact]
    public void Every_unsafe_route_is_tried() => Assert.Equal(
        Commands().Select(c => $"{c.Process} {c.Method} {c.Route}"),
        Commands().Where(c => Attempts.All.ContainsKey($"{c.Process} {c.Name}")).Select(c => $"{c.Process} {c.Method} {c.Route}"));

    [Fact]
    public async Task Without_an_account_nobody_gives_a_command()
    {
        foreach (var command in Commands().Where(c => c.Policy != Access.Anonymous))
        {
            Assert.Equal((command, 401), (command, await TryAsync(command, by: null)));
        }
    }

    [Fact]
    public async Task A_role_that_the_table_does_not_name_gives_no_command()
    {
        foreach (var command in Commands().Where(c => c.Policy != Access.Anonymous))
        {
            foreach (var persona in Persona.All.Where(p => !command.Allows(p.Role)))
            {
                Assert.Equal((command, persona.Role, 403), (command, persona.Role, await TryAsync(command, persona)));
            }
        }
    }

    [Fact]
    public async Task Nobody_gives_a_command_on_somebody_elses_park_province_or_verification()
    {
        foreach (var command in Commands().Where(c => Attempts.Of(c).IsOfSomebody))
        {
            foreach (var persona in Foreign.Where(p => command.Allows(p.Role)))
            {
                var status = await TryAsync(command, persona);
                Assert.True(status is 404 or 409, $"{persona.Role} of somebody else got {status} for {command}.");
            }
        }
    }

    [Fact]
    public async Task Whoever_may_is_judged_by_the_rule_and_nothing_breaks()
    {
        foreach (var command in Commands())
        {
            foreach (var persona in Persona.All.Except(Foreign).Where(p => command.Allows(p.Role)))
            {
                var status = await TryAsync(command, persona);
                Assert.True(IsJudged(command, status), $"{persona.Role} got {status} for {command}.");
            }
        }
    }

    [Fact]
    public async Task An_empty_or_broken_body_breaks_nothing()
    {
        foreach (var command in Commands())
        {
            var persona = Persona.All.First(p => command.Allows(p.Role));
            foreach (var body in new[] { "", "{}", "[]", "null", "{\"", "\"text\"", "{\"a\":{\"a\":{\"a\":[1]}}}" })
            {
                using var content = new StringContent(body, null, "application/json");
                var status = await TryAsync(command, persona, content);
                Assert.True(status == 400 || IsJudged(command, status), $"{persona.Role} got {status} for {command} with {body}.");
            }
        }
    }

    [Fact]
    public async Task Routes_of_the_sidecar_open_to_no_account()
    {
        foreach (var route in installation.Services.SelectMany(Access.Of).Where(a => a.Policy == Access.Sidecar && a.IsUnsafe))
        {
            var path = route.Route.Replace("{pubsub}", "registry", StringComparison.Ordinal).Replace("{topic}", "registration", StringComparison.Ordinal);
            foreach (var persona in Persona.All)
            {
                using var answer = await installation[route.Process].As(persona).SendAsync(new(route.Method), path, new { });
                Assert.Equal("401 sidecar-only", await answer.VerdictAsync());
            }
        }
    }

    /// <summary>A wrong password is 401 on a route that knows no accounts yet.</summary>
    private static bool IsJudged(Access command, int status) => Judged.Contains(status) || (status == 401 && command.Policy == Access.Anonymous);

    /// <summary>The commands of people: every unsafe route but the sidecar's and those of the OAuth protocol, which has its own tests.</summary>
    private IEnumerable<Access> Commands() => installation.Services.SelectMany(Access.Of)
        .Where(a => a.IsUnsafe && a.Policy != Access.Sidecar && !a.Route.StartsWith("/connect/", StringComparison.Ordinal));

    private async Task<int> TryAsync(Access command, Persona? by, HttpContent? body = null)
    {
        var attempt = Attempts.Of(command);
        var client = by is null ? installation[command.Process].Anonymous() : installation[command.Process].As(by);
        using var answer = await client.SendAsync(new(command.Method), attempt.Path(installation.Life), body ?? attempt.Body(installation.Life), ifMatch: "*");
        return (int)answer.StatusCode;
    }
}
