using PilotRegistry.ServiceDefaults;
using PilotRegistry.Testing;

namespace PilotRegistry.Architecture;

/// <summary>Idempotency-Key at every command of every service.</summary>
[Collection(nameof(Installation))]
public sealed class EveryKeyTests(Installation installation)
{
    [Fact]
    public async Task Every_command_of_whoever_may_is_answered_the_same_when_it_is_repeated_under_its_key()
    {
        foreach (var (command, persona) in Posts().Select(c => (c, By(c))))
        {
            var key = Guid.NewGuid().ToString();
            using var first = await TryAsync(command, persona, key);
            using var again = await TryAsync(command, persona, key);
            var (said, repeated) = (await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
            if (said.Contains("idempotency-key-not-taken", StringComparison.Ordinal) || !(first.IsSuccessStatusCode || (int)first.StatusCode == 409))
            {
                continue;
            }

            Assert.Equal((command, first.StatusCode, said), (command, again.StatusCode, repeated));
            Assert.True(again.Headers.Contains(IdempotencyKey.Replayed) || command.Name is "Calculate" or "PreviewImport" or nameof(SettleCommand), $"{command} was executed again.");
        }
    }

    [Fact]
    public async Task A_key_that_is_none_is_refused_before_anything_is_done()
    {
        foreach (var command in Posts().Where(c => c.Name is not ("Calculate" or "FollowDispute" or "PreviewImport" or nameof(SettleCommand))))
        {
            using var answer = await TryAsync(command, By(command), "no key, this");
            Assert.Equal((command, "400 idempotency-key-invalid"), (command, await answer.VerdictAsync()));
        }
    }

    [Fact]
    public async Task What_holds_a_secret_takes_no_key()
    {
        var refused = new List<string>();
        foreach (var command in Posts())
        {
            using var answer = await TryAsync(command, By(command), Guid.NewGuid().ToString());
            if ((await answer.Content.ReadAsStringAsync()).Contains("idempotency-key-not-taken", StringComparison.Ordinal)) refused.Add(command.Name!);
        }

        Assert.Equal(["CancelSubscription", "ChangePassword", "ConfirmSubscription", "CreateAccount", "MakeClient", "ResetPassword", "RotateClientSecret", "SignIn", "SubscribeByMail"], refused.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Through_the_gateway_key_and_mark_pass()
    {
        var (key, path) = (Guid.NewGuid().ToString(), "/api/submission/v1" + Attempts.All["submission OpenYear"].Path(installation.Life));
        var park = installation["gateway"].As(Persona.OfPark);
        var body = Attempts.All["submission OpenYear"].Body(installation.Life);
        using var first = await park.SendAsync(HttpMethod.Post, path, body, key: key);
        using var again = await park.SendAsync(HttpMethod.Post, path, body, key: key);
        Assert.Equal("200", await first.VerdictAsync());
        Assert.Equal("true", again.Headers.GetValues(IdempotencyKey.Replayed).Single());
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
    }

    private static Persona By(Access command) => Attempts.Personas.First(p => command.Allows(p.Role));

    private IEnumerable<Access> Posts() => installation.Services.SelectMany(Access.Of)
        .Where(a => a.Method == "POST" && a.Policy != Access.Sidecar && !a.Route.StartsWith("/connect/", StringComparison.Ordinal));

    private Task<HttpResponseMessage> TryAsync(Access command, Persona by, string key)
    {
        var attempt = Attempts.Of(command);
        return installation[command.Process].As(by).SendAsync(
            HttpMethod.Post, attempt.Path(installation.Life), attempt.Body(installation.Life), ifMatch: "*", key: key);
    }
}
