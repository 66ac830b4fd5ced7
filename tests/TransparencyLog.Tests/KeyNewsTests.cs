using System.Text.Json.Nodes;
using static PilotRegistry.TransparencyLog.Tests.PublicFiles;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>What a log says of its keys, and what else it might say there.</summary>
public sealed class KeyNewsTests
{
    private static readonly string Policy = $"# mine\nlog {Keys.Log.Key}\nlog {Keys.SecondLog.Key} https://registry.example\nwitness a {Keys.Witness("a").Key}\nquorum a\n";

    private static readonly VerifierKey Next = NoteSigner.Ed25519(Keys.Origin, Keys.Secret("the next key")).Key;

    [Fact]
    public void A_key_that_was_announced_is_trusted_beside_the_others_and_one_that_was_retired_is_not()
    {
        Assert.Equal(Policy, new KeyNews().Follow(Policy));
        Assert.Equal($"log {Next}\n{Policy}", After((KeyNews.Announced, Next)).Follow(Policy));
        Assert.Equal($"log {Next}\n{Policy}", After((KeyNews.Announced, Next), (KeyNews.Announced, Next), (KeyNews.Announced, Keys.Log.Key)).Follow(Policy));
        Assert.Equal(Policy.Replace($"log {Keys.SecondLog.Key} https://registry.example\n", "", StringComparison.Ordinal), After((KeyNews.Retired, Keys.SecondLog.Key)).Follow(Policy));
        Assert.Equal($"log {Next}\n{Policy.Replace($"log {Keys.Log.Key}\n", "", StringComparison.Ordinal)}", After((KeyNews.Announced, Next), (KeyNews.Retired, Keys.Log.Key)).Follow(Policy));
        Assert.Equal(Policy, After((KeyNews.Announced, Next), (KeyNews.Retired, Next)).Follow(Policy));
    }

    [Fact]
    public void Nobody_is_left_without_any_key() =>
        Assert.Equal(Policy, After((KeyNews.Retired, Keys.Log.Key), (KeyNews.Retired, Keys.SecondLog.Key)).Follow(Policy));

    [Theory]
    [InlineData("verification", KeyNews.Announced)]
    [InlineData(KeyNews.Source, "ledger.something-else.v1")]
    public void Others_say_nothing_of_keys(string source, string type)
    {
        var (news, entry) = (new KeyNews(), Said(Next.ToString(), type, source));
        Assert.Null(news.Add(LeafHead.Read(entry), entry, Keys.Origin));
        Assert.Equal(Policy, news.Follow(Policy));
    }

    [Theory]
    [InlineData("no key")]
    [InlineData(7)]
    [InlineData(null)]
    [InlineData("{stranger}")]
    [InlineData("{witness}")]
    public async Task What_is_no_key_of_the_log_is_named_and_not_followed(object? said)
    {
        JsonNode? key = said switch
        {
            "{stranger}" => Keys.Stranger.Key.ToString(),
            "{witness}" => new VerifierKey(Keys.Origin, SignatureType.Cosignature, new byte[32]).ToString(),
            string text => text,
            int number => number,
            _ => null
        };
        var report = await PublicFiles.Of([Said(key)]).AuditAsync();
        Assert.Equal((0UL, $"It says {KeyNews.Announced} of what is no key of {Keys.Origin}."), (Assert.Single(report.Faults).Index, report.Faults[0].What));
        Assert.Equal(Policy, report.Keys.Follow(Policy));
    }

    private static KeyNews After(params (string Type, VerifierKey Key)[] said)
    {
        var news = new KeyNews();
        foreach (var entry in said.Select(s => Said(s.Key.ToString(), s.Type)))
        {
            Assert.Null(news.Add(LeafHead.Read(entry), entry, Keys.Origin));
        }

        return news;
    }

    private static byte[] Said(JsonNode? key, string type = KeyNews.Announced, string source = KeyNews.Source) => (Leaf(1, 1, null, Morning) with
    {
        Source = source,
        Type = type,
        Public = key is null ? [] : new JsonObject { ["key"] = key },
    }).Write();
}
