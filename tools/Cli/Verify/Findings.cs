using System.Text.Json;
using System.Text.Json.Serialization;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Cli.Verification;

/// <summary>What a check found, for people and for programs.</summary>
/// <param name="Ok">Whether everything held.</param>
/// <param name="Checked">What was looked at, in sentences.</param>
/// <param name="Faults">What did not hold.</param>
public sealed record Findings(
    bool Ok, string? Origin, ulong? Size, string? Root, IReadOnlyList<string> SignedBy, IReadOnlyList<string> Checked, IReadOnlyList<AuditFault> Faults, double Seconds)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public string ToText() => string.Join('\n',
    [
        .. Origin is null ? [] : (string[])[$"log        {Origin}", $"size       {Size}", $"root       {Root}"],
        .. SignedBy.Select(s => $"signed     {s}"),
        .. Checked.Select(c => $"checked    {c}"),
        .. Faults.Select(f => f.Index is { } index ? $"FAULT      entry {index}: {f.What}" : $"FAULT      {f.What}"),
        FormattableString.Invariant($"{(Ok ? "Everything held." : "This is not the record that was promised.")} {Seconds:0.0} s"),
        ""
    ]);
}
