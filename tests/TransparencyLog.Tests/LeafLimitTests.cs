using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace PilotRegistry.TransparencyLog.Tests;

/// <summary>What of a leaf lies just within the profile, and what just outside.</summary>
public sealed class LeafLimitTests
{
    [Theory]
    [InlineData("\"actor\":\"verifier\"", "\"actor\":\"\"")]
    [InlineData("\"actor\":\"verifier\"", "\"actor\":12345")]
    [InlineData("\"type\":\"verification.finding-raised.v1\",", "")]
    [InlineData("\"v\":1,", "")]
    [InlineData("\"src\":\"verification\",", "")]
    [InlineData("\"stream\":\"verification/0193503a-7b1c-7d0e-8f00-000000000001\",", "")]
    [InlineData("\"id\":\"0193503a-7b1c-7d0e-8f00-0123456789ab\",", "")]
    [InlineData("\"at\":\"2026-11-21T09:00:00.123Z\",", "")]
    [InlineData("\"v\":1,\"ver\":1", "\"v\":1,\"ver\":true")]
    [InlineData("\"pub\":{\"n\":1},", "\"prev\":\"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU\",\"pub\":{\"n\":1},", "\"ver\":1", "\"ver\":0")]
    [InlineData("\"pub\":{\"n\":1},", "\"pub\":{},")]
    [InlineData("\"pub\":{\"n\":1},", "\"pub\":[1],")]
    [InlineData("\"pub\":{\"n\":1},", "\"pub\":1,")]
    [InlineData("\"pub\":{\"n\":1},", "\"pub\":{\"n\":1},\"sd\":{\"a\":1},")]
    [InlineData("\"pub\":{\"n\":1},", "\"pub\":{\"n\":1},\"sd\":{\"a\":\"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFV\"},")]
    [InlineData("\"pub\":{\"n\":1},", "\"pub\":{\"n\":1},\"sd\":{\"a\":\"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuF\"},")]
    [InlineData("\"pub\":{\"n\":1},", "\"pub\":{\"n\":1},\"sd\":{\"a\":\"!!DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU\"},")]
    [InlineData("\"pub\":{\"n\":1},", "\"pub\":{\"n\":1},\"sd\":1,")]
    [InlineData("\"id\"", "\"files\":[],\"id\"")]
    [InlineData("\"id\"", "\"files\":1,\"id\"")]
    [InlineData("\"id\"", "\"files\":[1],\"id\"")]
    [InlineData("\"id\"", "\"files\":{\"a\":1},\"id\"")]
    [InlineData("\"id\"", "\"files\":[{\"len\":-1,\"name\":\"a\",\"sha256\":\"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU\"}],\"id\"")]
    [InlineData("\"id\"", "\"files\":[{\"len\":\"1\",\"name\":\"a\",\"sha256\":\"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU\"}],\"id\"")]
    [InlineData("\"id\"", "\"files\":[{\"len\":1,\"name\":1,\"sha256\":\"47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU\"}],\"id\"")]
    [InlineData("\"id\"", "\"files\":[{\"len\":1,\"name\":\"a\",\"sha256\":1}],\"id\"")]
    [InlineData("\"id\"", "\"files\":[{\"len\":1,\"name\":\"a\"}],\"id\"")]
    [InlineData("\"n\":1", "\"n\":\"\u0085\"")]
    [InlineData("\"n\":1", "\"n\":[[[[[[[[[[[[[[1]]]]]]]]]]]]]]")]
    public void A_leaf_that_is_otherwise_right_is_refused_for_one_member(string part, string other, string? part2 = null, string? other2 = null)
    {
        var example = Example("{\"n\":1}");
        Assert.False(LeafHead.Read(example).Backfilled);
        var text = Encoding.UTF8.GetString(example).Replace(part, other, StringComparison.Ordinal);
        text = part2 is null ? text : text.Replace(part2, other2, StringComparison.Ordinal);
        Assert.Throws<OutOfProfileException>(() => LeafHead.Read(Encoding.UTF8.GetBytes(text)));
    }

    [Theory]
    [InlineData("{\"n\":\"\u00a0\"}", false)]
    [InlineData("{\"n\":9007199254740991}", false)]
    [InlineData("{\"n\":[[[[[[[[[[[[[1]]]]]]]]]]]]]}", false)]
    [InlineData("{\"a\":true}", false)]
    [InlineData("{\"backfilled\":false}", false)]
    [InlineData("{\"backfilled\":true}", true)]
    public void What_lies_just_within_is_read(string facts, bool backfilled) => Assert.Equal(backfilled, LeafHead.Read(Example(facts)).Backfilled);

    [Fact]
    public void The_largest_leaf_has_16_KiB()
    {
        var room = Leaf.MostBytes - Example("{\"n\":\"\"}").Length;
        Assert.Equal(1, LeafHead.Read(Example($"{{\"n\":\"{new string('a', room)}\"}}")).Version);
        Assert.Throws<OutOfProfileException>(() => LeafHead.Read(Example($"{{\"n\":\"{new string('a', room + 1)}\"}}")));
    }

    [Fact]
    public void What_cannot_be_read_cannot_be_written()
    {
        JsonNode deep = 1;
        for (var n = 0; n < LeafJson.Deepest; n++)
        {
            deep = new JsonArray(deep);
        }

        foreach (var value in new JsonNode[] { deep, new JsonObject { [""] = 1 }, LeafJson.LargestInteger + 1, -LeafJson.LargestInteger - 1, "a\ud800", "\ud800a", "\udc00\ud800" })
        {
            Assert.Throws<OutOfProfileException>(() => LeafJson.Write(value));
        }

        Assert.Equal("9007199254740991", Encoding.UTF8.GetString(LeafJson.Write(LeafJson.LargestInteger)));
    }

    private static byte[] Example(string facts) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"actor":"verifier","at":"2026-11-21T09:00:00.123Z","id":"0193503a-7b1c-7d0e-8f00-0123456789ab","pub":{{facts}},"src":"verification","stream":"verification/0193503a-7b1c-7d0e-8f00-000000000001","type":"verification.finding-raised.v1","v":1,"ver":1}"""));
}
