using System.Text.Json;
using PilotRegistry.Contracts;

namespace PilotRegistry.Verification;

/// <summary>The hash that a statement shows can be repeated with any RFC 8785 tool and sha256sum.</summary>
public sealed class CanonicalJsonTests
{
    private const string Mixed = """{ "z": [1, {"é": "盐城", "y": null}], "a": "q\" \\ \/ \t\u000F\u2028\uD83D\uDE00", "n": -7, "B": true }""";

    [Fact]
    public void Members_are_sorted_and_only_the_needed_escapes_are_written() => Assert.Equal(
        "{\"B\":true,\"a\":\"q\\\" \\\\ / \\t\\u000f\u2028😀\",\"n\":-7,\"z\":[1,{\"y\":null,\"é\":\"盐城\"}]}",
        CanonicalJson.Write(JsonElement.Parse(Mixed)));

    [Fact]
    public void The_order_in_which_members_are_given_does_not_matter() => Assert.Equal(
        CanonicalJson.Hash(JsonElement.Parse("""{"a":1,"b":[]}""")), CanonicalJson.Hash(JsonElement.Parse("""{ "b": [], "a": 1 }""")));

    [Fact]
    public void The_hash_is_that_of_the_bytes() => Assert.Equal(
        // printf '{"a":1}' | sha256sum
        "sha256:015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862", CanonicalJson.Hash(JsonElement.Parse("""{"a":1}""")));

    [Fact]
    public void Coordinates_have_one_spelling_however_they_were_written() => Assert.Equal(
        """{"c":[119.9,-0.5,120]}""", CanonicalJson.Write(JsonElement.Parse("""{ "c": [119.90, -5e-1, 1.2E2] }""")));
}
