using System.Text.Json;
using PilotRegistry.Workflows.Engine;

namespace PilotRegistry.Workflows.Host;

/// <summary>A drawing as it lies beside this program.</summary>
/// <param name="Province">Whose; null for the whole country.</param>
/// <param name="Contract">Of the slot that it fills; null for a national process.</param>
public sealed record ShippedDrawing(string Name, string Xml, string? Province, SlotContract? Contract);

/// <summary>
/// The drawings that travel with this program: <c>national/{process}.bpmn</c>, and <c>slots/{slot}/{adcode}.bpmn</c> or
/// <c>_base.bpmn</c> with the slot's <c>contract.json</c>.
/// </summary>
public sealed class Shipped(Publishing publishing, Releases releases, TimeProvider clock)
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "drawings");

    /// <summary>The contract of each slot, by the id of the process that fills it.</summary>
    public IReadOnlyDictionary<string, SlotContract> Contracts { get; } = Files("slots", "contract.json")
        .Select(file => JsonSerializer.Deserialize<SlotContract>(File.ReadAllText(file), JsonSerializerOptions.Web)!).ToDictionary(contract => contract.Process, StringComparer.Ordinal);

    public IEnumerable<ShippedDrawing> Drawings =>
    [
        .. Files("national", "*.bpmn").Select(file => new ShippedDrawing(NameOf(file), File.ReadAllText(file), Province: null, Contract: null)),
        .. Files("slots", "*.bpmn").Select(file => new ShippedDrawing(
            NameOf(file), File.ReadAllText(file), Path.GetFileNameWithoutExtension(file) is var of && of == "_base" ? null : of, Contracts[Path.GetFileName(Path.GetDirectoryName(file)!)])),
    ];

    /// <summary>Publishes what is not the valid file already, from now on. A second run changes nothing.</summary>
    /// <exception cref="InvalidOperationException">A drawing is refused; none after it is published.</exception>
    public async Task PublishAsync(TextWriter report, CancellationToken cancel = default)
    {
        foreach (var drawing in Drawings)
        {
            var file = Read(drawing);
            var valid = await releases.ValidAsync(drawing.Province, clock.GetUtcNow(), cancel);
            if (file.Processes.All(process => valid.GetValueOrDefault(process.Id) == file.Hash)) continue;
            if (await publishing.PublishAsync(file, drawing.Province, clock.GetUtcNow(), new(null, "service", nameof(Shipped)), cancel) is { } refusal)
            {
                throw new InvalidOperationException($"{drawing.Name} is not published: {refusal.Message}");
            }

            await report.WriteLineAsync($"published {drawing.Name}");
        }
    }

    private static BpmnFile Read(ShippedDrawing drawing)
    {
        if (drawing.Contract is { } contract)
        {
            var checkedSlot = SlotCheck.Run(drawing.Xml, contract);
            return checkedSlot.Accepted ? checkedSlot.File! : throw Refused(drawing, checkedSlot.Problems.Select(each => each.Problem));
        }

        var read = BpmnReader.Read(drawing.Xml);
        return read.Succeeded ? read.File : throw Refused(drawing, read.Problems.Where(each => each.Gravity == Gravity.Refusal));
    }

    private static InvalidOperationException Refused(ShippedDrawing drawing, IEnumerable<ModelProblem> problems) =>
        new($"{drawing.Name} is refused: {string.Join("; ", problems.Take(5).Select(each => $"{each.Element} {each.Code}: {each.Message.En}"))}");

    private static IEnumerable<string> Files(string folder, string pattern) => Directory.Exists(Path.Combine(Folder, folder))
        ? Directory.EnumerateFiles(Path.Combine(Folder, folder), pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        : [];

    private static string NameOf(string file) => Path.GetRelativePath(Folder, file).Replace('\\', '/');
}
