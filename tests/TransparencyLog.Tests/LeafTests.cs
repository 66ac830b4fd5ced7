using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>The profile registry-leaf/1.</summary>
public sealed class LeafTests
{
    /// <summary>The example that the profile publishes: 259 bytes.</summary>
    private const string Example =
        """{"actor":"verifier","at":"2026-11-21T09:00:00.123Z","id":"0193503a-7b1c-7d0e-8f00-0123456789ab","pub":{"finding_number":1},"src":"verification","stream":"verification/0193503a-7b1c-7d0e-8f00-000000000001","type":"verification.finding-raised.v1","v":1,"ver":1}""";

    private static readonly Leaf FindingRaised = new(
        "verification", Guid.Parse("0193503a-7b1c-7d0e-8f00-0123456789ab"), "verification", Guid.Parse("0193503a-7b1c-7d0e-8f00-000000000001"), 1, Previous: null,
        "verification.finding-raised.v1", new DateTimeOffset(2026, 11, 21, 17, 0, 0, 123, TimeSpan.FromHours(8)), "verifier",
        new JsonObject { ["finding_number"] = 1 }, new Dictionary<string, Digest>(), [], Corrects: null);

    private static readonly Leaf Everything = FindingRaised with
    {
        Version = 2,
        Previous = Merkle.Leaf(Encoding.UTF8.GetBytes(Example)),
        Public = new JsonObject { ["text"] = "一行\n\"二\"行\\ 😀 \u2028", ["energy_tce"] = "12.5", ["flags"] = new JsonArray(true, false, -3) },
        Commitments = new Dictionary<string, Digest> { ["person"] = Commitment.To("person", "0193503a", new byte[32]).Digest },
        Files = [new("报告.pdf", 20, Merkle.EmptyRoot), new("附件.xlsx", 0, Merkle.EmptyRoot)],
        Corrects = FindingRaised.Id,
    };

    [Fact]
    public void The_published_example_is_written_byte_for_byte()
    {
        Assert.Equal(Example, Encoding.UTF8.GetString(FindingRaised.Write()));
        Assert.Equal(259, FindingRaised.Write().Length);
        Assert.Equal("3cg1nrgD42jDNI0RtaJoGnvCTyDCY9PKXciYZLxfXEQ=", Merkle.Leaf(FindingRaised.Write()).ToString().Replace('-', '+').Replace('_', '/'));
    }

    [Fact]
    public void A_leaf_with_everything_is_read_as_it_was_written()
    {
        var bytes = Everything.Write();
        Assert.Equal(bytes, Leaf.Read(bytes).Write());
        Assert.Contains("一行\\n\\\"二\\\"行\\\\ 😀 \u2028", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"v\":1", "\"v\":2")]
    [InlineData("\"v\":1", "\"v\":1.0")]
    [InlineData("\"v\":1", "\"v\": 1")]
    [InlineData("\"ver\":1", "\"ver\":0")]
    [InlineData("\"ver\":1", "\"ver\":2")]
    [InlineData("\"ver\":1", "\"ver\":01")]
    [InlineData("\"finding_number\":1", "\"finding_number\":1e0")]
    [InlineData("\"finding_number\":1", "\"finding_number\":1.5")]
    [InlineData("\"finding_number\":1", "\"finding_number\":null")]
    [InlineData("\"finding_number\":1", "\"finding_number\":9007199254740992")]
    [InlineData("\"finding_number\":1", "\"finding_number\":-0")]
    [InlineData("\"finding_number\":1", "\"findingNumber\":1")]
    [InlineData("\"finding_number\":1", "\"finding_number\":1,\"finding_number\":1")]
    [InlineData("\"finding_number\":1", "\"z\":1,\"a\":1")]
    [InlineData("{\"finding_number\":1}", "{}")]
    [InlineData("2026-11-21T09:00:00.123Z", "2026-11-21T09:00:00.12Z")]
    [InlineData("2026-11-21T09:00:00.123Z", "2026-11-21T17:00:00.123+08:00")]
    [InlineData("0193503a-7b1c-7d0e-8f00-0123456789ab", "0193503A-7B1C-7D0E-8F00-0123456789AB")]
    [InlineData("\"actor\":\"verifier\"", "\"actor\":\"\\u0076erifier\"")]
    [InlineData("\"actor\":\"verifier\"", "\"actor\":\"verifier\\t\"")]
    [InlineData("\"actor\":\"verifier\"", "\"actor\":\"e\u0301\"")]
    [InlineData("\"actor\":\"verifier\"", "\"actor\":\"\u007f\"")]
    [InlineData("\"actor\":\"verifier\"", "\"actor\":\"\\ud800\"")]
    [InlineData("\"actor\":\"verifier\"", "\"actor\":1")]
    [InlineData("\"actor\":\"verifier\",", "")]
    [InlineData("\"actor\":\"verifier\"", "\"actor\":\"verifier\",\"also\":1")]
    [InlineData("\"stream\":\"verification/", "\"stream\":\"")]
    [InlineData("\"src\":\"verification\"", "\"src\":\"Verification\"")]
    public void A_leaf_has_one_spelling(string part, string other)
    {
        Assert.Equal(Example, Encoding.UTF8.GetString(Leaf.Read(Encoding.UTF8.GetBytes(Example)).Write()));
        Assert.Throws<OutOfProfileException>(() => Leaf.Read(Encoding.UTF8.GetBytes(Example.Replace(part, other, StringComparison.Ordinal))));
    }

    /// <summary>Reading in one pass and writing are two ways of saying what the one spelling is; whatever byte is changed, they agree.</summary>
    [Fact]
    public void Whatever_is_read_is_what_would_be_written()
    {
        var bytes = Everything.Write();
        for (var n = 0; n < bytes.Length; n++)
        {
            var kept = bytes[n];
            foreach (var other in (byte[])[.. "\"\\{}[],:09-. nuetf\n\t\0"u8, 0x7f, 0x80, 0xc2, 0xff, (byte)(kept ^ 1), (byte)(kept ^ 32)])
            {
                bytes[n] = other;
                Assert.True(IsWritten(bytes) == IsRead(bytes), $"byte {n} as {other}");
            }

            bytes[n] = kept;
        }
    }

    private static bool IsRead(byte[] bytes)
    {
        try
        {
            var nothing = 0;
            LeafScan.Read(bytes, ref nothing, static (ref int _, ReadOnlySpan<byte> _, ReadOnlySpan<byte> _) => { });
            return true;
        }
        catch (OutOfProfileException)
        {
            return false;
        }
    }

    private static bool IsWritten(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes, documentOptions: new() { AllowDuplicateProperties = false }) is JsonObject parsed && LeafJson.Write(parsed).AsSpan().SequenceEqual(bytes);
        }
        catch (Exception wrong) when (wrong is OutOfProfileException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_and_leaves_that_are_too_long_are_refused()
    {
        Assert.Throws<OutOfProfileException>(() => Leaf.Read([0x22, 0xff, 0x22]));
        Assert.Throws<OutOfProfileException>(() => Leaf.Read([]));
        var tooLong = FindingRaised with { Public = new JsonObject { ["text"] = new string('字', 6000) } };
        Assert.Throws<OutOfProfileException>(() => tooLong.Write());
    }

    /// <summary>RFC 9901 §4.2.3: the digest is over the disclosure's characters.</summary>
    [Fact]
    public void A_commitment_opens_only_with_its_own_salt_name_and_value()
    {
        var secret = Commitment.To("person", "王");
        Assert.Equal("王", Commitment.Open("person", secret.Digest, secret.Disclosure).GetValue<string>());
        Assert.NotEqual(secret.Digest, Commitment.To("person", "王").Digest);
        Assert.Throws<FormatException>(() => Commitment.Open("name", secret.Digest, secret.Disclosure));
        Assert.Throws<FormatException>(() => Commitment.Open("person", secret.Digest, Commitment.To("person", "王").Disclosure));
        Assert.Throws<FormatException>(() => Commitment.Open("person", secret.Digest, secret.Disclosure + "="));
    }
}
