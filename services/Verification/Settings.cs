namespace PilotRegistry.Verification;

/// <summary>A number that the trial method leaves open, with where ours comes from and how sure that is (marks: V, V2, S, U).</summary>
public sealed record Setting(decimal Value, string Source, string Mark);

/// <summary>All of them in one place; the pages show source and mark.</summary>
public static class Settings
{
    private const string Practice = "ISO 14064-3 and national verification practice; 910号 is silent";

    /// <summary>From which share of E_park on a difference between reported and verified total is material.</summary>
    public static readonly Setting Materiality = new(0.05m, Practice, "S");

    /// <summary>How long a park has for an answer before a finding may be closed without it, by a conservative estimate.</summary>
    public static readonly Setting DaysToAnswer = new(10, Practice, "S");

    /// <summary>Leader included.</summary>
    public static readonly Setting SmallestTeam = new(2, Practice, "S");
}
