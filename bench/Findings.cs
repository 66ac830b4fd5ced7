using System.Globalization;

namespace PilotRegistry.Bench;

/// <summary>What one bench found, and how it went about it.</summary>
/// <param name="Method">Markdown: what is compared with what, so that a reader can judge the numbers.</param>
public sealed record Findings(string Title, string Method, IReadOnlyList<Measurement> Measurements);

/// <summary>One measured value; it fails the bench when it misses its target.</summary>
/// <param name="Detail">The numbers behind the value, e.g. operations per second of both sides.</param>
public sealed record Measurement(string Name, decimal Value, string Unit, Target? Target = null, string Detail = "")
{
    public bool Met => Target?.IsMetBy(Value) != false;

    public string Shown => $"{Value.ToString("0.00", CultureInfo.InvariantCulture)} {Unit}".TrimEnd();

    public string Verdict => Target is null ? "" : Met ? "met" : "MISSED";
}

/// <summary>What was promised.</summary>
public sealed record Target(bool AtLeast, decimal Value)
{
    public static Target NoLessThan(decimal value) => new(AtLeast: true, value);

    public static Target NoMoreThan(decimal value) => new(AtLeast: false, value);

    public bool IsMetBy(decimal value) => AtLeast ? value >= Value : value <= Value;

    public override string ToString() => $"{(AtLeast ? "≥" : "≤")} {Value.ToString(CultureInfo.InvariantCulture)}";
}
