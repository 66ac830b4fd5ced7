using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>What of whoever disputes is nowhere: the key as it is, and the account that happens to be signed in.</summary>
[Collection(nameof(DisclosureService))]
public sealed class DisputeSecretsTests(DisclosureService service) : DisputeCalls(service)
{
    [Fact]
    public async Task A_protected_dispute_that_is_sent_again_keeps_its_number_and_gets_a_new_key_and_neither_key_is_kept()
    {
        var life = Life.Accepted();
        await Service.DeliverAsync(life.All);
        var request = new Features.RaiseDispute.Request(2025, "verified.core", Words, Protected: true);
        var command = Guid.NewGuid().ToString();
        var (first, again) = (await RaiseAsync(life.Park, request, key: command), await RaiseAsync(life.Park, request, key: command));
        var (lost, held) = (first.GetProperty("key").GetString()!, again.GetProperty("key").GetString()!);
        Assert.Equal(first.GetProperty("number").GetString(), again.GetProperty("number").GetString());
        Assert.NotEqual(lost, held);
        using var unknown = await FollowAsync("/disputes/followed", new { key = lost });
        Assert.Equal("404 dispute-key-unknown", await unknown.VerdictAsync());
        using var followed = await FollowAsync("/disputes/followed", new { key = held });
        Assert.Equal("200", await followed.VerdictAsync());
        Assert.True(followed.Headers.CacheControl!.NoStore);
        Assert.Equal(("", ""), (await TablesWithAsync(lost), await TablesWithAsync(held)));
    }

    [Fact]
    public async Task An_ordinary_dispute_that_is_sent_again_under_its_key_is_answered_the_same()
    {
        var life = Life.Accepted();
        await Service.DeliverAsync(life.All);
        var request = new Features.RaiseDispute.Request(2025, "verified.core", Words);
        var command = Guid.NewGuid().ToString();
        var (first, again) = (await RaiseAsync(life.Park, request, key: command), await RaiseAsync(life.Park, request, key: command));
        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(1, (await Service.Anonymous().ReadAsync($"/parks/{life.Park}/disputes")).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task What_somebody_wrote_is_erased_everywhere_and_the_dispute_stays()
    {
        const string words = "附近居民的原话，应当可以删除。", contact = "erase-me@example.org", later = "后来补充的原话。";
        var life = Life.Accepted();
        await Service.DeliverAsync(life.All);
        var number = (await RaiseAsync(life.Park, new(2025, "verified.core", words, words, contact, WordsPublic: true))).GetProperty("number").GetString()!;
        var received = await RaiseAsync(life.Park, new(2025, "verified.core", words, Protected: true));
        using var added = await FollowAsync("/disputes/followed/words", new { key = received.GetProperty("key").GetString(), text = later });
        Assert.NotEqual("", await TablesWithAsync(later));
        foreach (var each in new[] { number, received.GetProperty("number").GetString()! })
        {
            await CommandAsync(Persona.National, $"/disputes/{await IdAsync(each)}/erasure", new { }, 1, "204");
        }

        Assert.Equal(("", "", ""), (await TablesWithAsync(words), await TablesWithAsync(contact), await TablesWithAsync(later)));
        var shown = await Service.Anonymous().ReadAsync($"/disputes/{number}");
        Assert.Equal("received", shown.GetProperty("item").GetProperty("state").GetString());
        using var followed = await FollowAsync("/disputes/followed", new { key = received.GetProperty("key").GetString() });
        Assert.Equal("200", await followed.VerdictAsync());
        await CommandAsync(Persona.OfProvince, $"/disputes/{await IdAsync(number)}/erasure", new { }, 1, "403 not-allowed");
        await CommandAsync(Persona.National, $"/disputes/{Guid.CreateVersion7()}/erasure", new { }, 1, "404 not-found");
    }

    [Fact]
    public async Task Whoever_is_signed_in_is_not_named_by_the_record()
    {
        var life = Life.Accepted();
        await Service.DeliverAsync(life.All);
        var insider = Persona.OfPark with { Id = Guid.CreateVersion7() };
        var received = await RaiseAsync(life.Park, new(2025, "verified.core", Words, Protected: true), by: insider);
        var shown = await Service.Anonymous().ReadAsync($"/disputes/{received.GetProperty("number").GetString()}");
        Assert.Equal("public", shown.GetProperty("steps")[0].GetProperty("by").GetString());
        Assert.Equal("", await TablesWithAsync(insider.Id.ToString()));
    }
}
