using System.Text.Json;

namespace PilotRegistry.Methodology;

/// <summary>
/// What a signal is about, so that an answer given to it still finds it after lines were moved or numbers corrected. The
/// same rule may fire for several lines, products or figures; each is a signal of its own.
/// </summary>
/// <param name="data">What the signals looked at.</param>
public sealed class SignalKey(ActivityData data)
{
    private readonly Lazy<JsonElement> json = new(() => JsonSerializer.SerializeToElement(data, MethodologyJson.Options));

    private static readonly string[] Naming = ["figure", "title", "indicator", "setting", "term", "variety", "fuel", "product", "file", "month"];

    /// <summary>Null for a signal about the year as a whole.</summary>
    public string? Of(Signal signal)
    {
        var named = string.Join(' ', Naming.Where(signal.Facts.ContainsKey).Select(name => signal.Facts[name]));
        return named.Length > 0 ? named : signal.Facts.TryGetValue("pointer", out var pointer) ? Stable(pointer) : null;
    }

    /// <summary>A pointer whose indexes are replaced by what the lines are about.</summary>
    private string Stable(string pointer)
    {
        JsonElement? at = json.Value;
        var (list, steps) = ("", new List<string>());
        foreach (var step in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = Next(at, step);
            steps.Add(int.TryParse(step, out _) && at is { } line && LineKeys.Of(list, line) is { Length: > 0 } codes ? codes : step);
            list = step;
        }
        return string.Join(' ', steps);
    }

    private static JsonElement? Next(JsonElement? at, string step) => at switch
    {
        { ValueKind: JsonValueKind.Array } list when int.TryParse(step, out var index) && index < list.GetArrayLength() => list[index],
        { ValueKind: JsonValueKind.Object } item when item.TryGetProperty(step, out var member) => member,
        _ => null
    };
}
