using Katas.Harness.Executors;
using Katas.Harness.Executors.Contract;

namespace Katas.Harness.Processes;

[TestFixture(1)]
[TestFixture(3)]
public class PoolContractTests(int workers) : ExecutorContract
{
    protected override IExecutor Create() => new ProcessPoolExecutor(workers);
}
