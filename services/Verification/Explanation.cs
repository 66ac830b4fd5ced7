using System.ComponentModel.DataAnnotations;

namespace PilotRegistry.Verification;

/// <summary>What somebody says to a finding; seen by park, body and reviewers, never public.</summary>
public sealed record Explanation([Required, StringLength(4000, MinimumLength = 2)] string Text);
