using System.Net;
using PilotRegistry.ServiceDefaults.Sealing;
using PilotRegistry.Testing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Architecture;

/// <summary>Whoever gives a command can prove later that it was accepted.</summary>
[Collection(nameof(Installation))]
public sealed class PromiseTests(Installation installation)
{
    [Fact]
    public async Task What_was_accepted_is_promised_to_the_log_and_anybody_can_check_the_signature()
    {
        var key = Guid.NewGuid().ToString();
        var path = await CommandAsync(key);
        Assert.Equal(path, await CommandAsync(key));

        using var stranger = installation["gateway"].Anonymous();
        var keys = (await stranger.GetStringAsync("/keys.txt")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(VerifierKey.Parse).ToList();
        var note = SignedNote.Parse(await stranger.GetByteArrayAsync(path));
        var promise = LeafPromise.Open(note, keys);
        Assert.Equal(("registry.example", "registration", $"/api/registration/v1/leaves/{promise.Event}/promise"), (promise.Origin, promise.Source, path));
        Assert.InRange(promise.Deadline, DateTimeOffset.UtcNow.AddMinutes(50), DateTimeOffset.UtcNow.AddMinutes(60));
        Assert.Throws<FormatException>(() => LogPolicy.Parse(stranger.GetStringAsync("/policy").Result).Check(note));
    }

    [Fact]
    public async Task Where_nothing_was_recorded_nothing_is_promised()
    {
        using var park = installation["gateway"].As(Persona.OfPark);
        using var seen = await park.GetAsync("/api/registration/v1/applications");
        using var again = await park.SendAsync(HttpMethod.Post, $"/api/registration/v1/applications/{installation.Life.Application}/submission", new { }, ifMatch: "*");
        Assert.True(again.IsSuccessStatusCode);
        Assert.All([seen, again], a => Assert.False(a.Headers.Contains(GivePromise.HeaderName)));
    }

    [Theory]
    [InlineData("/api/registration/v1/leaves")]
    [InlineData("/api/registration/v1/leaves/7/promise")]
    [InlineData("/api/registration/v1/leaves/0193503a-7b1c-7d0e-8f00-0123456789ab")]
    [InlineData("/api/registration/v1/leaves/0193503a-7b1c-7d0e-8f00-0123456789ab/promise")]
    [InlineData("/api/registration/v1/leaves/0193503a-7b1c-7d0e-8f00-0123456789ab/promise/more")]
    public async Task The_leaves_themselves_stay_inside_and_an_event_that_never_was_is_not_promised(string path)
    {
        using var stranger = installation["gateway"].Anonymous();
        using var answer = await stranger.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<string> CommandAsync(string key)
    {
        using var park = installation["gateway"].As(Persona.OfPark);
        using var answer = await park.SendAsync(HttpMethod.Post, "/api/registration/v1/applications", Life.ApplicationBody("守信园区"), key: key);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return answer.Headers.GetValues(GivePromise.HeaderName).Single();
    }
}
