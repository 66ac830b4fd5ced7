using PilotRegistry.Contracts;

namespace PilotRegistry.Registration;

/// <summary>What changed in the table of key projects between two submissions: a project that came or went by its name, any other by what was rewritten in it.</summary>
internal static class KeyProjectChanges
{
    public static IEnumerable<RoundChange> Of(IReadOnlyList<KeyProject> before, IReadOnlyList<KeyProject> after) =>
        from number in before.Concat(after).Select(project => project.Number).Distinct().Order()
        let was = before.FirstOrDefault(project => project.Number == number)
        let now = after.FirstOrDefault(project => project.Number == number)
        from change in was is null || now is null
            ? [new RoundChange("project", RoundChanges.Text(number), was?.Name, now?.Name)]
            : RoundChanges.Compare("project", Said(was), Said(now))
        select change;

    private static Dictionary<string, string?> Said(KeyProject project) => new Dictionary<string, string?>
    {
        ["name"] = project.Name,
        ["body"] = project.Body,
        ["content"] = project.Content,
        ["investmentWanYuan"] = RoundChanges.Text(project.InvestmentWanYuan),
        ["fromYear"] = RoundChanges.Text(project.FromYear),
        ["toYear"] = RoundChanges.Text(project.ToYear),
        ["plan"] = project.Plan,
        ["meaning"] = project.Meaning,
    }.ToDictionary(member => $"{project.Number}/{member.Key}", member => member.Value);
}
