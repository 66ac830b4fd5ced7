using System.Collections.Immutable;

namespace PilotRegistry.Workflows.Engine;

/// <summary>Whether a province's file may fill a slot: parse, subset, lint, contract, soundness, longest time; each stage only after the one before.</summary>
public static class SlotCheck
{
    public static SlotOutcome Run(string xml, SlotContract contract)
    {
        var reading = BpmnReader.Read(xml);
        if (!reading.Clean) return new(reading.File, [.. reading.Problems.Select(problem => new SlotProblem(problem, []))], 0, null);
        var problems = new Findings();
        if (reading.File!.Processes is not [var model] || model.Id != contract.Process || model.PlainStart(null) is null || model.MessageStarts.Any())
        {
            problems.Refuse("", "not-this-slot", $"文件应恰有一个流程“{contract.Process}”，由无触发条件的开始事件启动。", $"The file must hold one process, {contract.Process}, with a plain start event.");
            return new(reading.File, Stated(problems), 0, null);
        }

        ContractChecks.Run(model, contract, problems);
        return problems.Refused ? new(reading.File, Stated(problems), 0, null) : Explored(reading.File, model, contract);
    }

    private static SlotOutcome Explored(BpmnFile file, ProcessModel model, SlotContract contract)
    {
        var release = Release.Of(model);
        var sound = new Soundness(release, model.Id, contract.Errors).Explore();
        if (sound.Code is not null) return new(file, [Stated(sound)], sound.States, null);
        var (days, slow) = new WorstCase(release, model.Id, contract.MostWorkingDays).Longest();
        return slow is not null ? new(file, [Stated(slow)], sound.States, null) : new(file, [], sound.States, days);
    }

    /// <summary>Soundness alone, of a process with everything it calls.</summary>
    public static SlotProblem? Sound(Release release, string process)
    {
        var verdict = new Soundness(release, process, []).Explore();
        return verdict.Code is null ? null : Stated(verdict);
    }

    private static ImmutableArray<SlotProblem> Stated(Findings problems) => [.. problems.All.Select(problem => new SlotProblem(problem, []))];

    private static SlotProblem Stated(Verdict verdict) => new(new(verdict.Node, verdict.Code!, verdict.Message!), verdict.Path);
}
