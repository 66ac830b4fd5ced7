using System.Text.Json;
using PilotRegistry.Contracts;
using PilotRegistry.Workflows.Engine;
using PilotRegistry.Workflows.Host.Features;

namespace PilotRegistry.Workflows.Host;

/// <summary>Who signs beside each other in a case, and who could too: experts that Identity knows, ministries of the data.</summary>
public sealed class Signers(Experts experts, CaseData data)
{
    public static bool Any(ProcessState process) => Bodies(process).Any();

    /// <summary>Panels at work; without candidates while Identity does not answer.</summary>
    public async Task<IReadOnlyList<ReadSteering.Panel>> OfAsync(ProcessState process, CancellationToken cancel)
    {
        var found = new List<ReadSteering.Panel>();
        foreach (var body in Bodies(process))
        {
            ReadSteering.Signer[] signers = [.. body.Items!.Values.Select((value, place) => new ReadSteering.Signer(
                value is FeelValue.Text text ? text.Value : JsonSerializer.Serialize(value, RegistryJson.Events),
                process.ChildrenOf(body.Key).Where(item => item.Index == place).Select(item => (int?)item.Key).FirstOrDefault()))];
            var known = signers.All(each => Guid.TryParse(each.Value, out _)) ? await ExpertsAsync(CaseFacts.Of(process).Province, cancel) : data.Ministries;
            found.Add(new(body.Key, body.Process, body.Node, signers, [.. known.Except(signers.Select(each => each.Value))]));
        }

        return found;
    }

    private static IEnumerable<Element> Bodies(ProcessState process) => process.Elements.Values.Where(element => element is { Kind: ElementKind.Body, Phase: Phase.Active, Items: not null });

    private async Task<IReadOnlyList<string>> ExpertsAsync(string? province, CancellationToken cancel)
    {
        try
        {
            var (provincial, national) = await experts.OfAsync(province, cancel);
            return [.. provincial.Concat(national).Distinct().Select(id => id.ToString())];
        }
        catch (HttpRequestException)
        {
            return [];
        }
    }
}
