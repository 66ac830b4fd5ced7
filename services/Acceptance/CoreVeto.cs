using PilotRegistry.Contracts;
using PilotRegistry.EventStore;
using PilotRegistry.Methodology;

namespace PilotRegistry.Acceptance;

/// <summary>
/// The core indicator as a veto: on verified values it must meet its target, and nobody's role stands above that. The
/// method says that a park which misses it may in principle not ask (附件3); that nobody can override it is our stricter rule.
/// The target is that of the result: the nation's for the park's consumption, or a refinement's, which is never looser and never
/// stands where the nation sets none (methodology/README.md, "A pack").
/// </summary>
public static class CoreVeto
{
    public static readonly Refusal NotMet = new("core-not-met", "The verified core indicator misses its target; the park cannot be accepted on this year.");

    public static readonly Refusal NoTarget = new(
        "no-national-target", "The national text sets no core target for this energy consumption; without a target there is nothing to be accepted on.");

    /// <summary>The core indicator of a verified result; null when it could not be computed.</summary>
    public static CoreIndicator? Of(Result verified) => verified.Indicators.SingleOrDefault(i => i.Id == IndicatorIds.Core) is
    { Value: { } value, Target: { } target } core
        ? new(value, target, core.Verdict)
        : null;

    /// <summary>Why this core indicator forbids acceptance; null when it does not.</summary>
    public static Refusal? Against(CoreIndicator? core) => core switch
    {
        null => NoTarget,
        { Verdict: not Verdict.Met } => NotMet,
        _ => null
    };
}
