using System.Diagnostics.CodeAnalysis;

namespace PilotRegistry.Methodology;

/// <summary>Why the data cannot be taken, where (JSON pointer), and what to enter instead.</summary>
public sealed record InputProblem(string Pointer, string Code, Wording Message);

/// <summary>The result, or everything that stands in its way. Never both.</summary>
public sealed record CalculationOutcome
{
    public Result? Result { get; private init; }
    public IReadOnlyList<InputProblem> Problems { get; private init; } = [];

    [MemberNotNullWhen(true, nameof(Result))]
    public bool Succeeded => Result is not null;

    public static CalculationOutcome Of(Result result) => new() { Result = result };
    public static CalculationOutcome Refused(IReadOnlyList<InputProblem> problems) => new() { Problems = problems };
}

/// <summary>Readable ActivityData, or every place where the JSON is not that.</summary>
public sealed record ReadingOutcome
{
    public ActivityData? Data { get; private init; }
    public IReadOnlyList<InputProblem> Problems { get; private init; } = [];

    [MemberNotNullWhen(true, nameof(Data))]
    public bool Succeeded => Data is not null;

    public static ReadingOutcome Of(ActivityData data) => new() { Data = data };
    public static ReadingOutcome Refused(IReadOnlyList<InputProblem> problems) => new() { Problems = problems };
}
