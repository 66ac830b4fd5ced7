using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PilotRegistry.Contracts;
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
            foreach (var persona in Attempts.Personas.Except(Foreign).Where(p => command.Allows(p.Role)))
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
            var persona = Attempts.Personas.First(p => command.Allows(p.Role));
            foreach (var body in new[] { "", "{}", "[]", "null", "{\"", "\"text\"", "{\"a\":{\"a\":{\"a\":[1]}}}" })
            {
                using var content = new StringContent(body, null, "application/json");
                var status = await TryAsync(command, persona, content);
                Assert.True(status == 400 || IsJudged(command, status), $"{persona.Role} got {status} for {command} with {body}.");
            }
        }
    }

    [Theory]
    [InlineData("\\u0007")]
    [InlineData("\\t")]
    [InlineData("\\ud800")]
    [InlineData("\\ufffe")]
    public async Task What_is_no_text_is_refused_at_its_field_before_anything_is_recorded(string stray)
    {
        foreach (var command in Commands())
        {
            var persona = Attempts.Personas.First(p => command.Allows(p.Role));
            var body = JsonSerializer.SerializeToNode(Attempts.Of(command).Body(installation.Life) ?? new { }, RegistryJson.Events)!;
            foreach (var text in TextsOf(body).ToArray())
            {
                using var answer = await SendAsync(command, persona, With(body, text, stray));
                Assert.Equal((command, text, "422 invalid"), (command, text, await answer.VerdictAsync()));
                Assert.StartsWith(text, (await answer.FieldErrorsAsync())[0], StringComparison.Ordinal);
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

    /// <summary>Pointers to the texts of a body.</summary>
    private static IEnumerable<string> TextsOf(JsonNode? body, string at = "") => body switch
    {
        JsonObject named => named.SelectMany(m => TextsOf(m.Value, $"{at}/{m.Key}")),
        JsonArray list => list.SelectMany((item, n) => TextsOf(item, $"{at}/{n}")),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [at],
        _ => []
    };

    /// <summary>The body with an escape in one of its texts.</summary>
    private static StringContent With(JsonNode body, string pointer, string escape)
    {
        const string place = "7b0e6a52";
        var (changed, names) = (body.DeepClone(), pointer.Split('/')[1..]);
        var holder = names[..^1].Aggregate(changed, (node, name) => node is JsonArray list ? list[int.Parse(name, CultureInfo.InvariantCulture)]! : node[name]!);
        if (holder is JsonArray items)
        {
            items[int.Parse(names[^1], CultureInfo.InvariantCulture)] = place;
        }
        else
        {
            holder[names[^1]] = place;
        }

        return new(changed.ToJsonString().Replace(place, $"a{escape}b", StringComparison.Ordinal), null, "application/json");
    }

    /// <summary>A wrong password is 401 on a route that knows no accounts yet.</summary>
    private static bool IsJudged(Access command, int status) => Judged.Contains(status) || (status == 401 && command.Policy == Access.Anonymous);

    /// <summary>The commands of people: every unsafe route but the sidecar's and those of the OAuth protocol, which has its own tests.</summary>
    private IEnumerable<Access> Commands() => installation.Services.SelectMany(Access.Of)
        .Where(a => a.IsUnsafe && a.Policy != Access.Sidecar && !a.Route.StartsWith("/connect/", StringComparison.Ordinal));

    private async Task<int> TryAsync(Access command, Persona? by, HttpContent? body = null)
    {
        using var answer = await SendAsync(command, by, body);
        return (int)answer.StatusCode;
    }

    private async Task<HttpResponseMessage> SendAsync(Access command, Persona? by, HttpContent? body = null)
    {
        var attempt = Attempts.Of(command);
        var client = by is null ? installation[command.Process].Anonymous() : installation[command.Process].As(by);
        return await client.SendAsync(new(command.Method), attempt.Path(installation.Life), body ?? attempt.Body(installation.Life), ifMatch: "*");
    }
}
