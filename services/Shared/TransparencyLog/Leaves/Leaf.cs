using System.Globalization;
using System.Text.Json.Nodes;

namespace PilotRegistry.TransparencyLog;

/// <summary>A file that an event refers to, public in name and content.</summary>
/// <param name="Length">Bytes.</param>
public sealed record LeafFile(string Name, long Length, Digest Sha256);

/// <summary>
/// What the log says of one event (profile <c>registry-leaf/1</c>): whose, which, when, its public facts in clear, the rest only as
/// commitments. Its bytes are written once, with the event, and never again.
/// </summary>
/// <param name="Source">The service, such as <c>verification</c>.</param>
/// <param name="Id">The event.</param>
/// <param name="StreamType">What the stream is of, such as <c>verification</c>.</param>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The event's place in its stream: 1, 2, 3 … without holes.</param>
/// <param name="Previous">The leaf hash of the version before; null for the first.</param>
/// <param name="Type">The event's stored name.</param>
/// <param name="At">When, to the millisecond, never before the version before.</param>
/// <param name="Actor">The role that acted; the person is a commitment.</param>
/// <param name="Public">Facts in clear; empty when there are none.</param>
/// <param name="Commitments">By name, what is confidential or personal: see <see cref="Commitment"/>.</param>
/// <param name="Files">In the order in which they were handed in.</param>
/// <param name="Corrects">The event that this one corrects.</param>
public sealed record Leaf(
    string Source, Guid Id, string StreamType, Guid Stream, long Version, Digest? Previous, string Type, DateTimeOffset At, string Actor,
    JsonObject Public, IReadOnlyDictionary<string, Digest> Commitments, IReadOnlyList<LeafFile> Files, Guid? Corrects)
{
    /// <summary>The largest leaf, 16 KiB: longer text enters as a commitment or by its hash.</summary>
    public const int MostBytes = 16 * 1024;

    /// <exception cref="OutOfProfileException">The leaf cannot be written.</exception>
    public byte[] Write()
    {
        var bytes = LeafJson.Write(ToJson());
        _ = LeafHead.Read(bytes);
        return bytes;
    }

    /// <summary>Reads a leaf; refuses everything that <see cref="Write"/> would not have written.</summary>
    /// <exception cref="OutOfProfileException">Not a leaf of this profile.</exception>
    public static Leaf Read(ReadOnlySpan<byte> bytes)
    {
        var (head, json) = (LeafHead.Read(bytes), JsonNode.Parse(bytes)!.AsObject());
        var stream = head.Stream.Split('/');
        return new(
            head.Source, head.Id, stream[0], Guid.Parse(stream[1]), head.Version, head.Previous, Text(json, "type"), head.At, Text(json, "actor"),
            json["pub"]?.DeepClone().AsObject() ?? [],
            json["sd"]?.AsObject().ToDictionary(c => c.Key, c => Base64Url.Digest(c.Value!.GetValue<string>()), StringComparer.Ordinal) ?? [],
            [.. (json["files"]?.AsArray() ?? []).Select(f => new LeafFile(Text(f!.AsObject(), "name"), (long)f["len"]!, Base64Url.Digest(Text(f.AsObject(), "sha256"))))],
            json["why"] is { } corrected ? Guid.Parse(corrected.GetValue<string>()) : null);
    }

    private string StreamName => $"{StreamType}/{Stream}";

    private JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["v"] = 1,
            ["src"] = Source,
            ["id"] = Id.ToString(),
            ["stream"] = StreamName,
            ["ver"] = Version,
            ["type"] = Type,
            ["at"] = At.UtcDateTime.ToString(LeafHead.Time, CultureInfo.InvariantCulture),
            ["actor"] = Actor,
        };
        AddUnlessEmpty(json, "pub", Public.DeepClone().AsObject());
        AddUnlessEmpty(json, "sd", new([.. Commitments.Select(c => KeyValuePair.Create<string, JsonNode?>(c.Key, Base64Url.Encode(Digest.Bytes(c.Value))))]));
        if (Files.Count > 0)
        {
            json["files"] = new JsonArray([.. Files.Select(f => new JsonObject { ["len"] = f.Length, ["name"] = f.Name, ["sha256"] = Base64Url.Encode(Digest.Bytes(f.Sha256)) })]);
        }

        if (Previous is { } previous)
        {
            json["prev"] = Base64Url.Encode(Digest.Bytes(previous));
        }

        if (Corrects is { } corrected)
        {
            json["why"] = corrected.ToString();
        }

        return json;
    }

    private static void AddUnlessEmpty(JsonObject json, string name, JsonObject value)
    {
        if (value.Count > 0)
        {
            json[name] = value;
        }
    }

    private static string Text(JsonObject json, string name) => json[name]!.GetValue<string>();
}
