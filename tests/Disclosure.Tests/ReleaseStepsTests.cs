using System.Text;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Disclosure;

/// <summary>A release is there whole or not at all, whatever happens to the process that makes it, and there is one of each day.</summary>
public sealed class ReleaseStepsTests(DisclosureService service) : IClassFixture<DisclosureService>
{
    private static readonly DateOnly Day = new(2031, 1, 10), Next = Day.AddDays(1);

    [Fact]
    public async Task Killed_before_any_step_the_day_is_whole_or_not_there_and_the_next_process_goes_on()
    {
        await service.DeliverAsync(new Life().Listed().All[0].On(Day), new Life().Listed().All[0].On(Next));
        var steps = new List<string>();
        var whole = await MakeAsync(works => works.CatchUpAsync(works.Archive(steps.Add)));
        Assert.Equal(["clear", "begin", "changes-events.csv", "changes-parks.csv", "changes.json", "events.csv"], steps.Take(6));
        Assert.Equal(["manifest", "keys", "publish", "published"], steps.TakeLast(4));
        for (var killed = 0; killed < steps.Count; killed++)
        {
            var left = killed;
            var after = await MakeAsync(async works =>
            {
                await Assert.ThrowsAsync<KilledException>(() => works.CatchUpAsync(works.Archive(_ =>
                {
                    if (left-- == 0)
                    {
                        throw new KilledException();
                    }
                })));
                // Of a file that it was writing, a killed program leaves a part.
                if (Directory.Exists(Path.Combine(works.Settings.Folder, ".making")))
                {
                    await File.WriteAllTextAsync(Path.Combine(works.Settings.Folder, ".making", "parks.csv.new"), "half");
                }

                Assert.Equal(steps[killed] == "published" ? [Day, Next] : [Day], works.Archive().Days);
                await works.CatchUpAsync();
            });
            Assert.Equal(whole, after);
        }
    }

    [Fact]
    public async Task Two_processes_never_write_the_same_day()
    {
        await service.DeliverAsync(new Life().Listed().All[0].On(Day));
        using var works = await ReleaseWorks.BeginAsync(service);
        works.Now(Day.AddDays(1));
        using var begun = new ManualResetEventSlim();
        using var looked = new ManualResetEventSlim();
        var one = Task.Run(() => works.CatchUpAsync(works.Archive(step =>
        {
            if (step == "publish")
            {
                begun.Set();
                looked.Wait();
            }
        })));
        Assert.True(begun.Wait(TimeSpan.FromMinutes(1)));
        Assert.Empty(await works.CatchUpAsync());
        looked.Set();
        Assert.Equal([Day], await one);
    }

    [Fact]
    public async Task A_day_that_is_there_is_never_replaced()
    {
        await service.DeliverAsync(new Life().Listed().All[0].On(Day));
        using var works = await ReleaseWorks.BeginAsync(service);
        works.Now(Day.AddDays(1));
        await works.CatchUpAsync();
        var signed = works.Archive().Find(Day)!.Note;
        Assert.Throws<IOException>(() => works.Archive().Publish(Day, [], [.. signed, (byte)'!']));
        Assert.Equal(signed, works.Archive().Find(Day)!.Note);
    }

    [Fact]
    public async Task In_another_folder_or_an_old_copy_nothing_is_released()
    {
        await service.DeliverAsync(new Life().Listed().All[0].On(Day));
        using var works = await ReleaseWorks.BeginAsync(service);
        works.Now(Day.AddDays(1));
        var archive = works.Archive();
        await works.CatchUpAsync(archive);
        var moved = works.Settings.Folder + "-moved";
        Directory.Move(works.Settings.Folder, moved);
        works.Now(Day.AddDays(2));
        await Assert.ThrowsAsync<InvalidDataException>(() => works.CatchUpAsync());
        await Assert.ThrowsAsync<InvalidDataException>(() => works.CatchUpAsync(archive));
        Assert.Empty(works.Archive().Days);
        Directory.Delete(works.Settings.Folder, recursive: true);
        Directory.Move(moved, works.Settings.Folder);
        Assert.Equal([Day.AddDays(1)], await works.CatchUpAsync());
    }

    /// <summary>Releases the first day in a new archive, then the second one as told; all that the archive then holds.</summary>
    private async Task<string> MakeAsync(Func<ReleaseWorks, Task> second)
    {
        using var works = await ReleaseWorks.BeginAsync(service);
        works.Now(Day.AddDays(1));
        await works.CatchUpAsync();
        works.Now(Next.AddDays(1));
        await second(works);
        Assert.Equal([Day, Next], works.Archive().Days);
        var all = new StringBuilder();
        foreach (var day in works.Archive().Days)
        {
            all.Append(Encoding.UTF8.GetString(works.Archive().Find(day)!.Note)).AppendJoin(' ', works.Stored(day)).Append('\n');
            foreach (var file in works.Manifest(day).Files)
            {
                Assert.Equal(file.Sha256, ReleaseFile.HashOf(await File.ReadAllBytesAsync(works.Archive().PathOf(file.In, file.Name))));
            }
        }

        return all.ToString();
    }

    private sealed class KilledException : Exception;
}
