using System.Diagnostics.CodeAnalysis;
using PilotRegistry.Contracts;
using PilotRegistry.Methodology;
using PilotRegistry.Submission.Enterprises;

namespace PilotRegistry.Submission.Drafts;

/// <summary>
/// What a park has entered for a year so far: the data as the method reads it, and what is said around it. A file of
/// ActivityData is a draft as it stands.
/// </summary>
public sealed record YearDraft : ActivityData
{
    /// <summary>What the park says to the signals.</summary>
    [AllowNull] public IReadOnlyList<SignalAnswer> Answers { get; init => field = value ?? []; } = [];

    /// <summary>Energy and products entered per enterprise; added to the park's own lines. Confidential.</summary>
    [AllowNull] public IReadOnlyList<EnterpriseData> Enterprises { get; init => field = value ?? []; } = [];

    /// <summary>What the park submitted, as something to go on from.</summary>
    public static YearDraft Of(ActivityData data, IReadOnlyList<SignalAnswer> answers, IReadOnlyList<EnterpriseData> enterprises) => new()
    {
        Year = data.Year,
        RulePack = data.RulePack,
        ProvincialPack = data.ProvincialPack,
        Fuels = data.Fuels,
        Conversions = data.Conversions,
        Electricity = data.Electricity,
        ThermalGeneration = data.ThermalGeneration,
        Heat = data.Heat,
        Products = data.Products,
        Bunkers = data.Bunkers,
        Indicators = data.Indicators,
        Context = data.Context,
        Answers = answers,
        Enterprises = enterprises,
    };
}
