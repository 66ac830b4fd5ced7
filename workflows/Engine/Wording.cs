namespace PilotRegistry.Workflows.Engine;

/// <summary>The same sentence for both kinds of reader.</summary>
public sealed record Wording(string Zh, string En);

/// <summary>How grave a finding about a model is.</summary>
public enum Gravity
{
    /// <summary>The model is not deployed.</summary>
    Refusal,

    /// <summary>The model can run, but the drawing leaves something open. A provincial file may not have any.</summary>
    Advice,
}

/// <summary>What is wrong with a model, where, and what to draw instead.</summary>
/// <param name="Element">Id of the element in the file; empty when it is about the file.</param>
/// <param name="Code">Never reworded.</param>
public sealed record ModelProblem(string Element, string Code, Wording Message, Gravity Gravity = Gravity.Refusal);
