using PilotRegistry.Methodology;

namespace PilotRegistry.Contracts;

/// <summary>The park's word on a signal; an answer never silences it.</summary>
public sealed record SignalAnswer
{
    /// <summary>The signal's id.</summary>
    public string? Signal { get; init; }

    /// <summary>What the signal is about; null answers every signal of that id.</summary>
    public string? Key { get; init; }

    public string? Reason { get; init; }
}

/// <summary>A signal with the park's answer beside it.</summary>
/// <param name="Key">Names the signal among others of its id; stays the same when lines are moved or numbers corrected.</param>
/// <param name="Answer">The reason that the park gave; null when it gave none.</param>
public sealed record AnsweredSignal(
    string Id, Severity Severity, Wording Message, IReadOnlyDictionary<string, string> Facts, string? Key, string? Answer);

/// <summary>Brings signals and answers together.</summary>
public static class SignalAnswers
{
    /// <param name="data">What the signals looked at.</param>
    public static IReadOnlyList<AnsweredSignal> To(IEnumerable<Signal> signals, IReadOnlyList<SignalAnswer> answers, ActivityData data)
    {
        var keys = new SignalKey(data);
        return
        [
            .. from signal in signals
               let key = keys.Of(signal)
               select new AnsweredSignal(signal.Id, signal.Severity, signal.Message, signal.Facts, key, Of(signal.Id, key, answers)?.Reason)
        ];
    }

    /// <summary>Warnings that nobody has answered yet.</summary>
    public static IEnumerable<AnsweredSignal> Open(this IEnumerable<AnsweredSignal> signals) =>
        signals.Where(signal => signal is { Severity: Severity.Warning, Answer: null });

    private static SignalAnswer? Of(string id, string? key, IReadOnlyList<SignalAnswer> answers) =>
        answers.FirstOrDefault(a => a.Signal == id && a.Key == key && a.Key is not null) ?? answers.FirstOrDefault(a => a.Signal == id && a.Key is null);
}
