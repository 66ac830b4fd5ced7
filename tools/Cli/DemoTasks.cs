using System.Text.Json.Nodes;

namespace PilotRegistry.Cli;

/// <summary>The demo's decisions, each on the open task that is for it; the ids of instances and tasks are kept for the report.</summary>
internal sealed class DemoTasks(RegistryApi api, JsonObject ids)
{
    private const string Host = "/api/workflows/v1";

    private static readonly string[] Lists = ["mine", "unclaimed"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Decides the park's open task of a node.</summary>
    /// <param name="node">As the drawing names it.</param>
    public async Task DecideAsync(string persona, string node, string outcome = "done", object? data = null, string reasons = "（演示）同意。")
    {
        var (task, version) = await OpenAsync(persona, node);
        var answer = await api.PostAsync(persona, $"{Host}/tasks/{task}/completion", new { outcome, reasons, data }, version);
        if ((string)answer["state"]! != "recorded")
        {
            throw new RegistryException($"{node} is still being recorded; look at the service that owns it.");
        }
    }

    /// <summary>
    /// The operator takes the case past a wait, with the special permission that this needs and a reason that stays in the record: a demonstration has
    /// no seven working days.
    /// </summary>
    public async Task PassAsync(string node, string to)
    {
        var path = $"{Host}/instances/{ids["applicationInstance"]}";
        for (var until = DateTimeOffset.UtcNow + Patience; DateTimeOffset.UtcNow < until; await Task.Delay(Pause))
        {
            var instance = await api.GetAsync("operator", path);
            if (instance["active"]!.AsArray().FirstOrDefault(place => (string?)place!["node"] == node) is not { } waiting)
            {
                continue;
            }

            await api.PostAsync("operator", $"{path}/moves", new { element = (int)waiting["key"]!, to, reason = "（演示）演示不等待公示期满。" }, (long)instance["version"]!);
            return;
        }

        throw new RegistryException($"The case did not come to {node} within {Patience.TotalSeconds:0} seconds.");
    }

    /// <summary>Waits until the task is there: a process hears of a decision a moment after it was taken.</summary>
    public async Task<(Guid Id, long Version)> OpenAsync(string persona, string node)
    {
        for (var until = DateTimeOffset.UtcNow + Patience; DateTimeOffset.UtcNow < until; await Task.Delay(Pause))
        {
            var desk = await api.GetAsync(persona, $"{Host}/tasks");
            var open = Lists.SelectMany(list => desk[list]!.AsArray()).Select(shown => shown!["task"]!)
                .FirstOrDefault(task => (string?)task["park"] == (string?)ids["parkId"] && (string?)task["node"] == node);
            if (open is null)
            {
                continue;
            }

            Note(open);
            return ((Guid)open["id"]!, (long)open["version"]!);
        }

        throw new RegistryException($"No task {node} was open for {persona} within {Patience.TotalSeconds:0} seconds.");
    }

    private void Note(JsonNode task)
    {
        ids[ids.ContainsKey("acceptanceId") ? "acceptanceInstance" : "applicationInstance"] = (string)task["instance"]!;
        if (ids["tasks"] is not JsonArray tasks)
        {
            ids["tasks"] = tasks = [];
        }

        tasks.Add(new JsonObject { ["id"] = (string)task["id"]!, ["node"] = (string)task["node"]!, ["instance"] = (string)task["instance"]! });
    }
}
