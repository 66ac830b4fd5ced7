using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PilotRegistry.Contracts;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.ServiceDefaults.Sealing;

/// <summary>
/// The public facts of one event, by name: <c>new Facts().With("finding_number", 3).With("opinion", Opinion.Unmodified)</c>. Quantities carry their unit
/// in the name. A fact that is absent is left out.
/// </summary>
public sealed class Facts
{
    /// <summary>Longer text, or text that the profile does not hold, stands in the log by its hash: it is public elsewhere, and the same.</summary>
    private const int LongestText = 2048;

    private readonly JsonObject facts = [];

    public Facts With(string name, string? text)
    {
        if (text is not null)
        {
            _ = IsPlain(text) ? facts[name] = text : facts[$"{name}_sha256"] = System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        }

        return this;
    }

    public Facts With(string name, Guid id) => With(name, id.ToString());

    public Facts With(string name, long? number)
    {
        if (number is { } given)
        {
            facts[name] = given;
        }

        return this;
    }

    public Facts With(string name, bool holds)
    {
        facts[name] = holds;
        return this;
    }

    /// <summary>A quantity, as text without trailing zeros, as it stands in events and answers; its unit belongs in the name.</summary>
    public Facts With(string name, decimal? quantity) => With(name, quantity is { } given ? Spelled(given) : null);

    public Facts With(string name, DateOnly? date) => With(name, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>A word of a fixed list, as it stands in events and answers.</summary>
    public Facts With<TWord>(string name, TWord word)
        where TWord : struct, Enum => With(name, Spelled(word));

    internal JsonObject ToJson(bool late)
    {
        var json = facts.DeepClone().AsObject();
        if (late)
        {
            json["backfilled"] = true;
        }

        return json;
    }

    private static string Spelled<TValue>(TValue value) => JsonSerializer.SerializeToNode(value, RegistryJson.Events)!.GetValue<string>();

    private static bool IsPlain(string text)
    {
        try
        {
            return LeafJson.Write(JsonValue.Create(text)).Length <= LongestText;
        }
        catch (OutOfProfileException)
        {
            return false;
        }
    }
}
