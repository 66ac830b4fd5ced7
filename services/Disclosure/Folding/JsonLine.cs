using System.Text.Json;
using PilotRegistry.Contracts;

namespace PilotRegistry.Disclosure.Folding;

/// <summary>A row of the open data as a line of JSON, under the same names as its columns. Numbers with decimals are text, as everywhere.</summary>
internal static class JsonLine
{
    public static string Of(IEnumerable<string> columns, IEnumerable<object?> cells) =>
        JsonSerializer.Serialize(columns.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second), RegistryJson.Http);
}
