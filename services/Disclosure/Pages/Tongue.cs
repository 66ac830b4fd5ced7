using System.Globalization;
using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Disclosure.Answers;
using PilotRegistry.Methodology;

namespace PilotRegistry.Disclosure.Pages;

/// <summary>One of the two languages of the pages, with the words that the web itself uses.</summary>
public sealed class Tongue
{
    public static readonly Tongue Chinese = new("zh", "zh-CN", "");
    public static readonly Tongue English = new("en", "en", "/en");

    private readonly Dictionary<string, string> words = [];
    private readonly Dictionary<string, string> provinces;

    private Tongue(string name, string code, string prefix)
    {
        (Code, Prefix) = (code, prefix);
        foreach (var file in new[] { "common", "public" })
        {
            Gather(Resource($"words.{name}.{file}.json"), "");
        }

        provinces = Resource("words.provinces.json").EnumerateArray()
            .ToDictionary(row => row.GetProperty("adcode").GetString()!, row => row.GetProperty(name).GetString()!);
    }

    /// <summary>As <c>lang</c> and <c>hreflang</c> name it.</summary>
    public string Code { get; }

    /// <summary>What the addresses of its pages begin with: nothing, or <c>/en</c>.</summary>
    public string Prefix { get; }

    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    public static Tongue Of(string language) => language == "en" ? English : Chinese;

    public Tongue Other => this == Chinese ? English : Chinese;

    /// <summary>The text of that key, its holes filled.</summary>
    /// <exception cref="KeyNotFoundException">The web has no such text.</exception>
    public string Say(string key, params IEnumerable<(string Name, object? Value)> holes) => holes.Aggregate(
        words[key], (text, hole) => text.Replace($"{{{{{hole.Name}}}}}", Convert.ToString(hole.Value, CultureInfo.InvariantCulture), StringComparison.Ordinal));

    /// <summary>The text of that key; null where there is none.</summary>
    public string? Find(string key) => words.GetValueOrDefault(key);

    /// <summary>The word of a code as JSON writes it, e.g. <c>stage.listed</c>.</summary>
    public string Word<T>(string group, T code)
        where T : struct, Enum => words[$"{group}.{JsonNamingPolicy.CamelCase.ConvertName(code.ToString())}"];

    /// <summary>A text in both languages, in this one.</summary>
    public string Of(Wording wording) => this == Chinese ? wording.Zh : wording.En;

    public string Province(ProvinceName province) => provinces.GetValueOrDefault(province.Adcode, province.Name);

    /// <summary>A role's word; a role without one stays as recorded.</summary>
    public string Actor(string role) => words.GetValueOrDefault($"actor.{role}", role);

    /// <summary>What a fact of an event is called; its own name where there is no word.</summary>
    public string Fact(string name) => words.GetValueOrDefault($"fact.{name}", name);

    public string Day(DateTimeOffset moment) => Day(Beijing.DateOn(moment));

    public string Day(DateOnly day) => this == Chinese
        ? day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture)
        : day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A value with its unit, every digit of the record; shares as percentages; "no data" where there is none.</summary>
    public string Quantity(decimal? value, string unit) => (value, unit) switch
    {
        (null, _) => Say("noData"),
        ({ } share, "1") => Number(share * 100) + "%",
        ({ } number, "t/tce") => $"{Number(number)} {Say("unit.tPerTce")}",
        ({ } number, _) => $"{Number(number)} {words.GetValueOrDefault($"unit.{unit}", unit)}",
    };

    private static string Number(decimal value) => value.ToString("#,0.############", CultureInfo.InvariantCulture);

    private void Gather(JsonElement group, string prefix)
    {
        foreach (var word in group.EnumerateObject())
        {
            if (word.Value.ValueKind == JsonValueKind.Object)
            {
                Gather(word.Value, $"{prefix}{word.Name}.");
            }
            else
            {
                words[prefix + word.Name] = word.Value.GetString()!;
            }
        }
    }

    private static JsonElement Resource(string name)
    {
        using var stream = typeof(Tongue).Assembly.GetManifestResourceStream(name)!;
        return JsonElement.Parse(new BinaryReader(stream).ReadBytes((int)stream.Length));
    }
}
